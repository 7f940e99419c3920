import type { ZoomView } from '../init/init-options.ts';
import type { Redact } from '../secrets/redact.ts';
import type { RawClient } from './raw-client.ts';
import type { SdkClient } from './sdk-client.ts';

/** A participant, as the SDK lists them. */
export interface Participant {
  userId: number;
  userName: string;
  isHost: boolean;
  isCoHost: boolean;
  audio: string;
  muted: boolean;
  video: boolean;
  isHold: boolean;
  bRaiseHand: boolean;
  customerKey?: string;
  [detail: string]: unknown;
}

/** The meeting as the SDK describes it. Values that let somebody into the meeting are replaced by dots. */
export interface MeetingInfo {
  meetingTopic?: string;
  /** The UUID of this meeting instance, as in Zoom's reports. Nobody can join with it. */
  meetingId?: string;
  isInMeeting: boolean;
  /** Dots unless `exposeMeetingInfo` is set. */
  meetingNumber?: string | number;
  /** Dots unless `exposeMeetingInfo` is set. */
  password?: string;
  [detail: string]: unknown;
}

/**
 * The SDK's asynchronous methods that the app may call: none of them can start a second join or read the
 * credentials.
 */
export const METHODS = [
  'mute',
  'muteAll',
  'stopAudio',
  'rename',
  'expel',
  'admit',
  'admitAll',
  'putOnHold',
  'record',
  'lockMeeting',
  'makeHost',
  'makeCoHost',
  'revokeCoHost',
  'reclaimHost',
  'sendChat',
  'addPin',
  'removeAllPins',
];

/** The SDK's synchronous methods, and what they return once the meeting is over. */
export const GETTERS = {
  getPinList: () => [],
  getAttendeeslist: () => [],
  getCurrentUser: () => null,
  getCurrentMeetingInfo: () => ({ isInMeeting: false }),
  isHost: () => false,
  isCoHost: () => false,
};

/**
 * The SDK's client for one meeting, which the handle provides as `client`. A `userId` is the same number as in the
 * events. Asynchronous methods reject when Zoom refuses. What they resolve to or reject with is a copy without
 * secrets. Once the meeting is over, they reject with a
 * `ZoomJoinError` whose code is `not-in-meeting`, and the other methods return empty values.
 */
export interface MeetingClient {
  /** Mutes or unmutes yourself or, if you are the host, another participant. */
  mute(mute: boolean, userId?: number): Promise<unknown>;
  muteAll(mute: boolean): Promise<unknown>;
  stopAudio(): Promise<unknown>;
  rename(name: string, userId: number): Promise<unknown>;
  expel(userId: number): Promise<unknown>;
  admit(userId: number): Promise<unknown>;
  admitAll(): Promise<unknown>;
  putOnHold(userId: number, hold: boolean): Promise<unknown>;
  record(action: 'start' | 'pause' | 'stop'): Promise<unknown>;
  lockMeeting(lock: boolean): Promise<unknown>;
  makeHost(userId: number): Promise<unknown>;
  makeCoHost(userId: number): Promise<unknown>;
  revokeCoHost(userId: number): Promise<unknown>;
  reclaimHost(): Promise<unknown>;
  /** Sends a chat message to everybody, or to one participant. */
  sendChat(text: string, userId?: number): Promise<unknown>;
  /** Changes the view. Resolves to whether the meeting has that view. */
  setViewType(view: ZoomView): Promise<boolean>;
  addPin(userId: number): Promise<unknown>;
  removeAllPins(): Promise<unknown>;
  getPinList(): number[];
  getAttendeeslist(): Participant[];
  getCurrentUser(): Participant | null;
  getCurrentMeetingInfo(): MeetingInfo;
  isHost(): boolean;
  isCoHost(): boolean;
}

export interface MeetingClientContext {
  /** Resolves to the object that changes the view for `setViewType`. `undefined`: call the SDK directly. */
  readonly getViews: () => Promise<{ show(view: ZoomView): Promise<boolean> } | undefined>;
  /** Whether `getCurrentMeetingInfo` includes the meeting number and the passcode. Default: `false`. */
  readonly exposeInfo: boolean | undefined;
  /** Removes secrets from what the SDK returns and throws. */
  readonly redact: Redact;
  /** Aborts when the meeting is over. */
  readonly signal: AbortSignal;
  /** Resolves to the error with which an asynchronous method rejects once the meeting is over. */
  readonly whenOver: (method: string) => Promise<Error>;
}

export function createMeetingClient(
  sdk: SdkClient,
  { getViews, exposeInfo, redact, signal, whenOver }: MeetingClientContext,
): MeetingClient {
  // The methods' only reference to the SDK. It is cleared so that an app that keeps the client does not keep the
  // frame in memory.
  let current = signal.aborted ? undefined : { sdk, getViews };
  signal.addEventListener('abort', () => {
    current = undefined;
  });
  const rejectOver = async (method: string): Promise<never> => {
    throw await whenOver(method);
  };
  const method = (name: string) => [
    name,
    async (...given: unknown[]) => {
      const { sdk } = current ?? (await rejectOver(name));
      try {
        return redact(await call(sdk, name, given));
      } catch (thrown) {
        throw redact(thrown);
      }
    },
  ];
  const getter = ([name, empty]: [string, () => unknown]) => [
    name,
    () => {
      if (current === undefined) return empty();
      try {
        const found = call(current.sdk, name, []);
        return exposeInfo && name === 'getCurrentMeetingInfo' ? found : redact(found);
      } catch (thrown) {
        throw redact(thrown);
      }
    },
  ];
  return Object.freeze({
    ...Object.fromEntries([...METHODS.map(method), ...Object.entries(GETTERS).map(getter)]),
    setViewType: async (view: ZoomView) => {
      const { sdk, getViews } = current ?? (await rejectOver('setViewType'));
      const views = await getViews();
      return views ? views.show(view) : sdk.setView(view);
    },
  }) as MeetingClient;
}

function call({ raw }: SdkClient, name: string, given: unknown[]): unknown {
  const method = (raw as RawClient & Record<string, unknown>)[name];
  if (typeof method !== 'function') throw new Error(`This version of Zoom's SDK has no ${name}().`);
  return method.apply(raw, given);
}
