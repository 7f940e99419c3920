import type { SdkClient } from './client.ts';
import type { ZoomView } from './customize.ts';
import type { RawClient } from './raw-client.ts';
import { redactDeep } from './redact.ts';
import type { Views } from './view.ts';

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

/** The SDK's methods that are safe to call from outside: none can start a second join or read the credentials. */
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
  'getPinList',
  'getAttendeeslist',
  'getCurrentUser',
  'isHost',
  'isCoHost',
] as const;

/**
 * The SDK's client as `client` of the handle. Its asynchronous methods reject when Zoom refuses, and the
 * participants' numbers (`userId`) are those of the events.
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

export function createMeetingClient(sdk: SdkClient, views: Views, exposeInfo = false): MeetingClient {
  const raw = sdk.raw as RawClient & Record<string, unknown>;
  const entries = METHODS.map((name) => [name, (...given: unknown[]) => call(raw, name, given)]);
  return Object.freeze({
    ...Object.fromEntries(entries),
    setViewType: (view: ZoomView) => views.show(view),
    getCurrentMeetingInfo: () => {
      const info = raw.getCurrentMeetingInfo();
      return exposeInfo ? info : redactDeep(info, (text) => text);
    },
  }) as MeetingClient;
}

function call(raw: Record<string, unknown>, name: string, given: unknown[]): unknown {
  const method = raw[name];
  if (typeof method !== 'function') throw new Error(`This version of Zoom's SDK has no ${name}().`);
  return method.apply(raw, given);
}
