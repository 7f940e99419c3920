import type { ZoomView } from '../init/init-options.ts';
import type { RawClient } from './raw-client.ts';
import { redactDeep } from './redact.ts';
import type { SdkClient } from './sdk-client.ts';

/** Somebody in the meeting, as the SDK lists them. */
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

/** The meeting as the SDK describes it, with dots in place of what opens it. */
export interface MeetingInfo {
  meetingTopic?: string;
  /** The UUID of this occasion, as in Zoom's reports. It lets nobody in. */
  meetingId?: string;
  isInMeeting: boolean;
  /** Dots unless `exposeMeetingInfo` is set. */
  meetingNumber?: string | number;
  /** Dots unless `exposeMeetingInfo` is set. */
  password?: string;
  [detail: string]: unknown;
}

/**
 * The SDK's asynchronous methods that are safe to call from outside: none of them can start a second join or read the
 * credentials.
 */
const METHODS = [
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

/** The SDK's synchronous methods, and what they return after the meeting. */
const GETTERS = {
  getPinList: () => [],
  getAttendeeslist: () => [],
  getCurrentUser: () => null,
  getCurrentMeetingInfo: () => ({ isInMeeting: false }),
  isHost: () => false,
  isCoHost: () => false,
};

/**
 * The SDK's client, for one meeting: `client` of the handle. The participants' numbers (`userId`) are those of the events.
 * Asynchronous methods reject when Zoom refuses. Once the meeting is over they reject with a `ZoomJoinError` whose code is
 * `not-in-meeting`, and the other methods return empty values.
 */
export interface MeetingClient {
  /** Yourself, or as host somebody else. */
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
  /** To everybody, or to one participant. */
  sendChat(text: string, userId?: number): Promise<unknown>;
  /** Resolves to whether the meeting has that view. */
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
  /** Resolves to what shows the view that `setViewType` asks for. `undefined`: the SDK alone does. */
  readonly getViews: () => Promise<{ show(view: ZoomView): Promise<boolean> } | undefined>;
  /** Whether `getCurrentMeetingInfo` tells the meeting number and the passcode. Default: `false`. */
  readonly exposeInfo: boolean | undefined;
  /** Aborts when the meeting is over. */
  readonly signal: AbortSignal;
  /** Resolves to what an asynchronous method rejects with when it is called after that. */
  readonly whenOver: (method: string) => Promise<Error>;
}

export function createMeetingClient(
  sdk: SdkClient,
  { getViews, exposeInfo, signal, whenOver }: MeetingClientContext,
): MeetingClient {
  // The methods' only reference to the SDK, so that a client that an app keeps does not keep the frame in memory.
  let current = signal.aborted ? undefined : { sdk, getViews };
  signal.addEventListener('abort', () => {
    current = undefined;
  });
  const isOver = async (method: string): Promise<never> => {
    throw await whenOver(method);
  };
  const method = (name: string) => [
    name,
    async (...given: unknown[]) => call((current ?? (await isOver(name))).sdk, name, given),
  ];
  const getter = ([name, empty]: [string, () => unknown]) => [
    name,
    () => {
      if (current === undefined) return empty();
      const found = call(current.sdk, name, []);
      return exposeInfo && name === 'getCurrentMeetingInfo' ? found : redactDeep(found, (text) => text);
    },
  ];
  return Object.freeze({
    ...Object.fromEntries([...METHODS.map(method), ...Object.entries(GETTERS).map(getter)]),
    setViewType: async (view: ZoomView) => {
      const { sdk, getViews } = current ?? (await isOver('setViewType'));
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
