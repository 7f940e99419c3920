/**
 * The messages of a meeting's socket, `{evt, body, seq}` in JSON, as observed from SDK 6.2.0.
 * Names are ours; Zoom publishes none.
 */
export const Evt = {
  /** Both ways: server READY on opening, then heartbeats each 20 s. */
  alive: 0,
  /** Client: who joins, with the signature's token and the passcode. */
  hello: 4301,
  /** Server: joined, or `res` other than 0: refused. */
  joined: 4098,
  /** Client: left (4103), ended for all (4101), left with the page (4364). */
  leave: 4103,
  end: 4101,
  leaveWithPage: 4364,
  /** Client: a host's wishes. */
  record: 4105,
  expel: 4107,
  rename: 4109,
  makeHost: 4111,
  hold: 4113,
  raiseHand: 4131,
  chat: 4135,
  mute: 8193,
  muteAll: 8201,
  /** Server: the roster's changes, the meeting's attributes, the end, the own role. */
  roster: 7937,
  attributes: 7938,
  ended: 7939,
  ownRole: 7940,
  /** Server: a chat message. */
  chatMessage: 7944,
  /** Both ways, on the media socket: offers and answers of WebRTC video. */
  negotiation: 32769,
} as const;

export interface Frame {
  evt: number;
  body: Record<string, unknown>;
  seq?: number;
}

/** Text as Zoom sends names and messages: base64 of UTF-8, URL-safe. */
export function encodeText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function decodeText(encoded: string): string {
  return new TextDecoder().decode(decodeBytes(encoded));
}

/** Base64, URL-safe or not. */
export function decodeBytes(encoded: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
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
