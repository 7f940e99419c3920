import { encodeText } from './messages.ts';

/** What the simulator tells about a participant. All but the name can be left out. */
export interface SimulatedPerson {
  /** The name in the participants list and on the tile. */
  name: string;
  /** Camera on: the tile shows a synthetic face. Default: `true`. */
  video?: boolean;
  /** Joined by computer audio. Default: `true`. */
  audio?: boolean;
  /** Microphone off. Default: `true`. */
  muted?: boolean;
  /** Default: `false`. */
  host?: boolean;
  /** Default: `false`. */
  coHost?: boolean;
  /** Default: `false`. */
  raisedHand?: boolean;
}

/** Somebody in the make-believe meeting. */
export interface SimulatedParticipant extends Required<SimulatedPerson> {
  /** The SDK's `userId`. */
  readonly userId: number;
}

/** Zoom numbers the people of a meeting in steps of 1024. */
const FIRST_ID = 16_778_240;
const ID_STEP = 1024;

export const participantId = (index: number): number => FIRST_ID + index * ID_STEP;

export function createParticipant(userId: number, person: SimulatedPerson): SimulatedParticipant {
  return {
    video: true,
    audio: true,
    muted: true,
    host: false,
    coHost: false,
    raisedHand: false,
    ...person,
    userId,
  };
}

/** The SDK decodes it from base64. */
export const zoomId = (userId: number): string => encodeText(`zoom-${userId}`);

const CO_HOST_ROLE = 64;

/** The same as one entry of the roster message. */
export function rosterEntry(person: SimulatedParticipant, extra: Record<string, unknown> = {}) {
  return {
    id: person.userId,
    dn2: encodeText(person.name),
    zoomID: zoomId(person.userId),
    userGUID: `guid-${person.userId}`,
    role: person.host ? 1 : 0,
    isHost: person.host,
    bCoHost: person.coHost,
    userRole: person.coHost ? CO_HOST_ROLE : 0,
    audio: person.audio ? 'computer' : '',
    muted: person.muted,
    bVideoOn: person.video,
    bVideoConnect: person.video,
    bRaiseHand: person.raisedHand,
    bHold: false,
    os: 1,
    type: 9,
    caps: 0,
    ...extra,
  };
}
