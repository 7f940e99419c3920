import { encodeText } from './messages.ts';

/** Describes a simulated participant. Only the name is required. */
export interface SimulatedPerson {
  /** The name in the participants list and on the tile. */
  name: string;
  /** The camera is on, and the tile shows a drawn face. Default: `true`. */
  video?: boolean;
  /** Has joined with computer audio. Default: `true`. */
  audio?: boolean;
  /** The microphone is off. Default: `true`. */
  muted?: boolean;
  /** Default: `false`. */
  host?: boolean;
  /** Default: `false`. */
  coHost?: boolean;
  /** Default: `false`. */
  raisedHand?: boolean;
}

/** A participant in the simulated meeting. */
export interface SimulatedParticipant extends Required<SimulatedPerson> {
  /** The SDK's `userId`. */
  readonly userId: number;
}

/** Zoom numbers the participants of a meeting in steps of 1024. */
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

/** The SDK decodes this from base64. */
export const zoomId = (userId: number): string => encodeText(`zoom-${userId}`);

const CO_HOST_ROLE = 64;

/** The participant as an entry of the roster message. */
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
