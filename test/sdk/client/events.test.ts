import { expect, it } from 'vitest';
import { type EventProp, propOf, SDK_EVENTS, type SdkEventName } from '../../../src/sdk/client/events.ts';

const PROPS = {
  'connection-change': 'onConnectionChange',
  'user-added': 'onUserAdded',
  'user-updated': 'onUserUpdated',
  'user-removed': 'onUserRemoved',
  'active-speaker': 'onActiveSpeaker',
  'chat-on-message': 'onChatMessage',
  'recording-change': 'onRecordingChange',
  'local-recording-change': 'onLocalRecordingChange',
  'media-capture-status-change': 'onMediaCaptureStatusChange',
  'media-capture-permission-change': 'onMediaCapturePermissionChange',
  'caption-message': 'onCaptionMessage',
  'peer-share-state-change': 'onPeerShareStateChange',
  'room-state-change': 'onRoomStateChange',
  'main-session-user-updated': 'onMainSessionUserUpdated',
  'broadcast-message': 'onBroadcastMessage',
  'network-quality-change': 'onNetworkQualityChange',
  'audio-statistic-data-change': 'onAudioStatisticDataChange',
  'video-statistic-data-change': 'onVideoStatisticDataChange',
  'share-statistic-data-change': 'onShareStatisticDataChange',
  'far-end-camera-request-control': 'onFarEndCameraRequestControl',
  'far-end-camera-response-control': 'onFarEndCameraResponseControl',
  'far-end-camera-in-control-change': 'onFarEndCameraInControlChange',
  'far-end-camera-capability-change': 'onFarEndCameraCapabilityChange',
  'bot-relation-update': 'onBotRelationUpdate',
  'join-speed': 'onJoinSpeed',
} satisfies { [Event in SdkEventName]: EventProp<Event> };

it('each event has the prop that its type says', () => {
  expect(Object.fromEntries(SDK_EVENTS.map((event) => [event, propOf(event)]))).toEqual(PROPS);
});
