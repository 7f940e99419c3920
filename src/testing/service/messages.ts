import { utf8 } from '../../utils/utf8.ts';

/**
 * The messages on a meeting's socket, `{evt, body, seq}` in JSON, as observed with SDK 6.2.0. The names are ours,
 * because Zoom publishes none.
 */
export const Evt = {
  /** Both ways: the server sends READY on opening, then there are heartbeats every 20 s. */
  alive: 0,
  /** Client: who wants to join, with the signature's token and the passcode. */
  hello: 4301,
  /** Server: joined, or refused if `res` is not 0. */
  joined: 4098,
  /** Client: left (4103), ended the meeting for everybody (4101), left with the page (4364). */
  leave: 4103,
  end: 4101,
  leaveWithPage: 4364,
  /** Client: requests of a host. */
  record: 4105,
  expel: 4107,
  rename: 4109,
  makeHost: 4111,
  hold: 4113,
  raiseHand: 4131,
  chat: 4135,
  mute: 8193,
  muteAll: 8201,
  /** Server: changes to the roster, the meeting's attributes, the end, the user's own role. */
  roster: 7937,
  attributes: 7938,
  ended: 7939,
  ownRole: 7940,
  /** Server: a chat message. */
  chatMessage: 7944,
  /** Both ways, on the media socket: offers and answers for WebRTC video. */
  negotiation: 32769,
} as const;

export interface Frame {
  evt: number;
  body: Record<string, unknown>;
  seq?: number;
}

/** Encodes text as Zoom sends names and messages: UTF-8 in URL-safe base64. */
export function encodeText(text: string): string {
  return btoa(utf8(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function decodeText(encoded: string): string {
  return new TextDecoder().decode(decodeBytes(encoded));
}

/** Decodes base64, URL-safe or not. */
export function decodeBytes(encoded: string): ArrayBuffer {
  const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0)).buffer;
}

export function parseFrame(text: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('evt' in value) || typeof value.evt !== 'number') {
      return undefined;
    }
    const body = 'body' in value && typeof value.body === 'object' && value.body !== null ? value.body : {};
    return { evt: value.evt, body: { ...body } };
  } catch {
    return undefined;
  }
}
