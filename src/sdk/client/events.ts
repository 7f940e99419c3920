/** A participant in the SDK's events. Only `userId` is always present. */
export interface ParticipantChange {
  userId: number;
  displayName?: string;
  avatar?: string;
  audio?: '' | 'computer' | 'phone';
  muted?: boolean;
  bVideoOn?: boolean;
  isHost?: boolean;
  bCoHost?: boolean;
  isGuest?: boolean;
  /** The participant is in the waiting room. */
  bHold?: boolean;
  bRaiseHand?: boolean;
  sharerOn?: boolean;
  sharerPause?: boolean;
  bLocalRecord?: boolean;
  feedback?: number;
  /**
   * Why a participant was added: back from the waiting room (`on hold`), or after a lost connection (`failover`).
   */
  source?: 'on hold' | 'failover';
  /** Why a participant was removed: moved to the waiting room (`on hold`), or lost the connection (`failover`). */
  reason?: 'on hold' | 'failover';
  [detail: string]: unknown;
}

export interface ConnectionChange {
  state: 'Connected' | 'Reconnecting' | 'Closed' | 'Fail';
  reason?: string;
  errorCode?: number;
}

export interface ChatMessage {
  id?: string;
  message?: string | string[];
  file?: { name: string; type: string };
  sender: { name: string; userId: number; avatar?: string };
  receiver: { name: string; userId: number };
  timestamp: number;
}

export interface CaptionMessage {
  msgId: string;
  userId: number;
  displayName: string;
  avatar?: string;
  text: string;
  source: number;
  language: number;
  /** In ms since 1970. */
  timestamp: number;
  done?: boolean;
}

export interface AudioStatistics {
  encoding: boolean;
  avg_loss: number;
  max_loss: number;
  jitter: number;
  rtt: number;
  sample_rate: number;
}

export interface VideoStatistics {
  encoding: boolean;
  avg_loss: number;
  max_loss: number;
  jitter: number;
  rtt: number;
  width: number;
  height: number;
  fps: number;
  sample_rate?: number;
}

/** The payload of each SDK event. Participants always come in arrays, although the SDK's typings say otherwise. */
export interface SdkEventPayloads {
  'connection-change': ConnectionChange;
  'user-added': ParticipantChange[];
  'user-updated': ParticipantChange[];
  'user-removed': ParticipantChange[];
  'active-speaker': { userId: number; displayName?: string }[];
  'chat-on-message': ChatMessage;
  'recording-change': 'Recording' | 'Paused' | 'Stopped';
  'local-recording-change': { userId: number; bLocalRecord: boolean };
  'media-capture-status-change': { userId: number; bLocalRecord: boolean };
  'media-capture-permission-change': { type: string; value: string; canRecord?: boolean };
  'caption-message': CaptionMessage;
  'peer-share-state-change': { userId: number; action: string };
  'room-state-change': { status: number };
  'main-session-user-updated': Record<string, unknown>;
  'broadcast-message': { message: string };
  'network-quality-change': { userId: number; type: string; level: number };
  'audio-statistic-data-change': { type: string; data: AudioStatistics };
  'video-statistic-data-change': { type: string; data: VideoStatistics };
  'share-statistic-data-change': { type: string; data: VideoStatistics };
  'far-end-camera-request-control': {
    userId: number;
    displayName: string;
    currentControllingUserId?: number;
    currentControllingDisplayName?: string;
  };
  'far-end-camera-response-control': {
    isApproved: boolean;
    userId: number;
    displayName: string;
    reason?: number;
  };
  'far-end-camera-in-control-change': { isControlled: boolean; userId?: number };
  'far-end-camera-capability-change': {
    userId: number;
    ptz: { pan: boolean; tilt: boolean; zoom: boolean };
  };
  'bot-relation-update': unknown;
  'join-speed': { eventType: string; tagId: number; desc: string; time: number; timeStr: string };
}

export type SdkEventName = keyof SdkEventPayloads;

/** All SDK events that you can listen to. */
export const SDK_EVENTS = [
  'connection-change',
  'user-added',
  'user-updated',
  'user-removed',
  'active-speaker',
  'chat-on-message',
  'recording-change',
  'local-recording-change',
  'media-capture-status-change',
  'media-capture-permission-change',
  'caption-message',
  'peer-share-state-change',
  'room-state-change',
  'main-session-user-updated',
  'broadcast-message',
  'network-quality-change',
  'audio-statistic-data-change',
  'video-statistic-data-change',
  'share-statistic-data-change',
  'far-end-camera-request-control',
  'far-end-camera-response-control',
  'far-end-camera-in-control-change',
  'far-end-camera-capability-change',
  'bot-relation-update',
  'join-speed',
] as const satisfies readonly SdkEventName[];

type InCamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${InCamelCase<Rest>}`
  : Capitalize<Name>;

/**
 * The handler prop for an event: `onUserAdded` for `user-added`. The exception is `onChatMessage` for
 * `chat-on-message`.
 */
export type EventProp<Event extends SdkEventName> = Event extends 'chat-on-message'
  ? 'onChatMessage'
  : `on${InCamelCase<Event>}`;

export const propOf = <Event extends SdkEventName>(event: Event): EventProp<Event> =>
  `on-${event}`.replace(/-(on-)?(\w)/g, (_, _on, letter: string) => letter.toUpperCase()) as EventProp<Event>;

/** One optional handler for each SDK event. You can pass a new function on every render. */
export type SdkEventHandlers = {
  [Event in SdkEventName as EventProp<Event>]?: ((payload: SdkEventPayloads[Event]) => void) | undefined;
};
