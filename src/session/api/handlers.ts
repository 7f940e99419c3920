import type { SdkEventHandlers } from '../../sdk/client/events.ts';
import type { LifecycleHandlers, MeetingOptions } from './options.ts';

/** The handler props for what happens in a meeting. */
export type EventProp = keyof SdkEventHandlers | 'onViewChange';
type HandlerProp = keyof LifecycleHandlers | EventProp;
export type Payload<Prop extends HandlerProp> = Parameters<NonNullable<MeetingOptions[Prop]>>[0];

/**
 * Calls one of the app's handlers. If it throws or rejects, the error is reported as uncaught, and the meeting goes
 * on. Never rejects.
 */
export async function call<Prop extends HandlerProp>(
  options: MeetingOptions,
  prop: Prop,
  payload: Payload<Prop>,
): Promise<void> {
  const handler = options[prop] as ((payload: Payload<Prop>) => unknown) | undefined;
  try {
    await handler?.(payload);
  } catch (error) {
    reportError(error);
  }
}
