import type { SdkEventHandlers } from '../sdk/events.ts';
import type { LifecycleHandlers, MeetingOptions } from './options.ts';
import type { MeetingState } from './status.ts';

/** The props that hear what happens in a meeting. */
export type EventProp = keyof SdkEventHandlers | 'onViewChange';
type HandlerProp = keyof LifecycleHandlers | EventProp;
type Payload<Prop extends HandlerProp> = Parameters<NonNullable<MeetingOptions[Prop]>>[0];

/** Calls a handler of the app's. One that throws or rejects is reported as uncaught, and the meeting goes on. */
export function call<Prop extends HandlerProp>(
  options: MeetingOptions,
  prop: Prop,
  payload: Payload<Prop>,
): void {
  const handler = options[prop] as ((payload: Payload<Prop>) => unknown) | undefined;
  try {
    Promise.resolve(handler?.(payload)).catch(reportError);
  } catch (error) {
    reportError(error);
  }
}

/**
 * Tells of a status: `onStatusChange` first, then the handler of its own, unless the first one has led to another
 * status meanwhile.
 */
export function announce(options: MeetingOptions, state: MeetingState, isCurrent: () => boolean): void {
  call(options, 'onStatusChange', state);
  if (!isCurrent()) return;
  if (state.status === 'joined') call(options, 'onJoined', undefined);
  else if (state.status === 'waiting') call(options, 'onWaiting', { for: state.for });
  else if (state.status === 'reconnecting') call(options, 'onReconnecting', undefined);
  else if (state.status === 'left') call(options, 'onLeft', { reason: state.reason });
  else if (state.status === 'failed') call(options, 'onError', state.error);
}
