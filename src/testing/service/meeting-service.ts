import { type Failure, failureFor } from '../failures.ts';
import { decodeText, Evt, encodeText, type Frame, parseFrame } from './messages.ts';
import {
  createParticipant,
  participantId,
  rosterEntry,
  type SimulatedParticipant,
  type SimulatedPerson,
  zoomId,
} from './participant.ts';

export interface MeetingServiceOptions {
  /** The meeting's topic. Default: `'Practice meeting'`. */
  topic?: string;
  /** The people who are already in the meeting, by name or in detail. Default: nobody. */
  people?: readonly (string | SimulatedPerson)[];
  /** The meeting's passcode. A join with another one fails with 3004. Default: any passcode is accepted. */
  passcode?: string;
  /**
   * The layout. `'webrtc'` is the modern one with all five views, `'legacy'` the stacked one. Real meetings can
   * have either. Default: `'webrtc'`.
   */
  layout?: 'webrtc' | 'legacy';
  /** Whether new participants wait until the host admits them. Default: `false`. */
  waitingRoom?: boolean;
  /** Whether the meeting has started. If not, a join fails with 3008 until the host starts it. Default: `true`. */
  started?: boolean;
  /** How long each HTTP response takes, in ms. Default: 0. */
  latency?: number;
}

export interface ServiceRequest {
  url: URL;
  /** The form-encoded body, or an empty string for GET. */
  body: string;
}

/** The answer to a request. `undefined` instead of a reply means that the network is down. */
export interface ServiceReply {
  body: unknown;
}

export interface ServiceSocket {
  send(text: string): void;
  close(): void;
}

/**
 * The server's end of a socket. Call `receive` with each message of the SDK, and `closed` when the socket has
 * closed.
 */
export interface ServerEnd {
  receive(text: string): void;
  closed(): void;
}

/** Why a meeting ended for a participant: the `reason` in Zoom's end message. */
export const EndReason = {
  silent: 1,
  reconnect: 5,
  removed: 7,
  ended: 8,
  timeLimit: 10,
  elsewhere: 17,
} as const;

/** One browser's connection to the meeting, from when its socket opens until it closes. */
export class Seat {
  readonly #socket: ServiceSocket;
  #seq = 0;
  readonly meetingNumber: string;
  self: SimulatedParticipant | undefined;
  onHold = false;
  /** The event numbers that the SDK has sent, in order. */
  readonly received: number[] = [];

  constructor(socket: ServiceSocket, meetingNumber: string) {
    this.#socket = socket;
    this.meetingNumber = meetingNumber;
  }

  send(evt: number, body: Record<string, unknown>): void {
    this.#seq += 1;
    this.#socket.send(JSON.stringify({ evt, body, seq: this.#seq } satisfies Frame));
  }

  close(): void {
    this.#socket.close();
  }
}

let services = 0;

/**
 * Simulates Zoom: it answers the SDK's requests and exchanges messages on the socket, as observed with SDK 6.2.0.
 * It is independent of the transport: `install.ts` connects it to a frame, and a test can connect it to real
 * sockets.
 */
export class MeetingService {
  /** The hosts that the SDK is told to use. They cannot exist, and each service has its own. */
  readonly rwcHost: string;
  readonly rwgHost: string;
  readonly topic: string;
  layout: 'webrtc' | 'legacy';
  waitingRoom: boolean;
  started: boolean;
  latency: number;
  online = true;
  readonly people = new Map<number, SimulatedParticipant>();
  readonly seats = new Set<Seat>();
  /** Called with each message from the SDK. */
  onFrame: ((seat: Seat, frame: Frame) => void) | undefined;

  readonly #passcode: string | undefined;
  #failure: Failure | undefined;
  #people = 0;

  constructor(options: MeetingServiceOptions = {}) {
    services += 1;
    this.rwcHost = `rwc-${services}.example`;
    this.rwgHost = `rwg-${services}.example`;
    this.topic = options.topic ?? 'Practice meeting';
    this.layout = options.layout ?? 'webrtc';
    this.waitingRoom = options.waitingRoom ?? false;
    this.started = options.started ?? true;
    this.latency = options.latency ?? 0;
    this.#passcode = options.passcode;
    for (const person of options.people ?? []) this.addPerson(person);
  }

  /** Makes every later join fail with that code. `undefined` lets joins succeed again. */
  fail(code: number | undefined): void {
    this.#failure = code === undefined ? undefined : failureFor(code);
  }

  addPerson(person: string | SimulatedPerson): SimulatedParticipant {
    const entry = createParticipant(this.#nextId(), typeof person === 'string' ? { name: person } : person);
    this.people.set(entry.userId, entry);
    this.#broadcast({ add: [rosterEntry(entry)] });
    return entry;
  }

  updatePerson(userId: number, change: Partial<SimulatedPerson>): SimulatedParticipant {
    const person = this.#person(userId);
    Object.assign(person, change);
    const { zoomID, userGUID, bHold, ...entry } = rosterEntry(person);
    this.#broadcast({ update: [entry] });
    return person;
  }

  removePerson(userId: number): void {
    this.#person(userId);
    this.people.delete(userId);
    this.#broadcast({ remove: [{ id: userId, nUserStatus: 0 }] });
  }

  /** Moves everybody who joined from a browser to the waiting room, or admits them. */
  setHold(onHold: boolean): void {
    for (const seat of this.seats) {
      if (seat.self === undefined) continue;
      seat.onHold = onHold;
      seat.send(Evt.roster, { update: [{ id: seat.self.userId, bHold: onHold }] });
      if (!onHold) this.sendRoster(seat);
    }
  }

  makeHost(): void {
    for (const seat of this.seats) {
      if (seat.self === undefined) continue;
      seat.self.host = true;
      seat.send(Evt.ownRole, { bHost: true });
      this.#broadcast({ update: [{ id: seat.self.userId, isHost: true, role: 1 }] });
    }
  }

  /** Whether everybody who joined from a browser is in the waiting room, where they don't see the others. */
  get allOnHold(): boolean {
    return [...this.seats].every((seat) => seat.onHold);
  }

  say(userId: number, text: string): void {
    const person = this.#person(userId);
    for (const seat of this.seats) {
      seat.send(Evt.chatMessage, {
        attendeeNodeID: userId,
        destNodeID: 0,
        senderName: encodeText(person.name),
        sn: encodeText(person.name),
        text: encodeText(text),
        msgID: `message-${crypto.randomUUID()}`,
      });
    }
  }

  /** Ends the meeting for everybody who joined from a browser. */
  end(reason: number): void {
    for (const seat of this.seats) seat.send(Evt.ended, { reason });
  }

  /** Closes every socket, as a lost connection does. The SDK reconnects as soon as `online` is `true`. */
  cut(): void {
    for (const seat of [...this.seats]) seat.close();
  }

  /** Answers a request of the SDK. Resolves to `undefined` if there is no answer, as when the network is down. */
  async answer({ url, body }: ServiceRequest): Promise<ServiceReply | undefined> {
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
    if (!this.online) return undefined;
    if (url.pathname.endsWith('/wc/info')) return this.#info(new URLSearchParams(body));
    if (url.pathname.includes('/wc/ping/')) return { body: { rwg: this.rwgHost, rwcAuth: 'practice' } };
    if (url.pathname.endsWith('/wc/rs')) {
      return {
        body: { status: false, errorCode: 3008, errorMessage: 'Meeting has not started', result: null },
      };
    }
    return { body: {} };
  }

  /** Call this when the SDK has opened a socket. */
  connect(url: URL, socket: ServiceSocket): ServerEnd & { seat: Seat } {
    const seat = new Seat(socket, url.pathname.split('/').at(-1) ?? '');
    const name = url.searchParams.get('dn2');
    seat.send(Evt.alive, { status: 'READY' });
    return {
      seat,
      receive: (text) => {
        const frame = parseFrame(text);
        if (frame === undefined) return;
        seat.received.push(frame.evt);
        this.#react(seat, frame, name === null ? '' : decodeText(name));
        this.onFrame?.(seat, frame);
      },
      closed: () => this.#leave(seat),
    };
  }

  #info(form: URLSearchParams): ServiceReply | undefined {
    const failure = this.#failure;
    if (failure?.via === 'network') return undefined;
    if (failure?.via === 'http') {
      return {
        body: {
          status: false,
          errorCode: failure.errorCode,
          errorMessage: failure.errorMessage,
          result: null,
        },
      };
    }
    if (hasExpired(form.get('signature') ?? '')) {
      return {
        body: { status: false, errorCode: 200, errorMessage: 'The signature has expired.', result: null },
      };
    }
    const passcode = form.get('passWord') ?? '';
    if (this.#passcode !== undefined && passcode !== this.#passcode) {
      return { body: { status: false, errorCode: 3004, errorMessage: 'Wrong passcode', result: null } };
    }
    const token = `${encodeText('{"alg":"HS256"}')}.${encodeText('{"video_webrtc_mode":1}')}.practice`;
    return {
      body: {
        status: true,
        errorCode: 0,
        errorMessage: null,
        result: {
          meetingNumber: form.get('meetingNumber') ?? '',
          userName: form.get('userName') ?? '',
          userEmail: form.get('userEmail') ?? '',
          passWord: passcode,
          mid: 'cHJhY3RpY2UtbWVldGluZw==',
          tid: 'practice',
          ts: Date.now(),
          auth: 'practice',
          track_auth: 'practice',
          sign: token,
          encryptedRWC: JSON.stringify({ [this.rwcHost]: 'practice' }),
          meetingTopic: this.topic,
          meetingOptions: '{}',
          isWebinar: '0',
          // Without this field, the SDK's UI crashes after the join.
          invite_email: '',
          enableAutoLog: false,
          logConfig: '{}',
          isOriginHost: 'false',
        },
      },
    };
  }

  #react(seat: Seat, frame: Frame, name: string): void {
    switch (frame.evt) {
      case Evt.alive:
        seat.send(Evt.alive, {});
        break;
      case Evt.hello:
        this.#admit(seat, name);
        break;
      case Evt.end:
        this.end(EndReason.ended);
        break;
      case Evt.leave:
      case Evt.leaveWithPage:
        this.#leave(seat);
        break;
      case Evt.rename:
        this.#wish(frame, (id) =>
          this.updatePerson(id, { name: decodeText(String(frame.body['dn2'] ?? '')) }),
        );
        break;
      case Evt.mute:
        this.#wish(frame, (id) => this.updatePerson(id, { muted: frame.body['bMute'] !== false }));
        break;
      case Evt.expel:
        this.#wish(frame, (id) => this.removePerson(id));
        break;
      case Evt.raiseHand:
        this.#wish(frame, (id) => this.updatePerson(id, { raisedHand: frame.body['bOn'] === true }));
        break;
    }
  }

  /** Acts on the request of a host, unless the participant has left in the meantime. */
  #wish(frame: Frame, act: (userId: number) => void): void {
    const id = frame.body['id'];
    if (typeof id === 'number' && this.people.has(id)) act(id);
  }

  #admit(seat: Seat, name: string): void {
    const failure = this.#failure;
    if (failure?.via === 'upgrade') {
      seat.send(1, { upgradeVersion: failure.version });
      return;
    }
    const res = failure?.via === 'socket' ? failure.res : this.started ? 0 : 3008;
    const self = createParticipant(this.#nextId(), { name, video: false, audio: false });
    seat.send(Evt.joined, {
      res,
      conID: 'practice',
      confID: 'practice',
      userID: self.userId,
      zoomID: zoomId(self.userId),
      userGUID: `guid-${self.userId}`,
      mn: seat.meetingNumber,
      participantID: 1,
      svcUrl: this.rwgHost,
      encType: 0,
      role: 0,
      jid: 'practice@xmpp.example',
      xtoken: 'practice',
      groups: [],
      meetingtoken: 'practice',
      e2eEncrypt: false,
      mediasdkConfig: {},
      ...(this.layout === 'webrtc' ? { useWBVideo: 1 } : {}),
    });
    if (res !== 0) return;
    seat.self = self;
    seat.onHold = this.waitingRoom;
    this.seats.add(seat);
    seat.send(Evt.attributes, { meetingTopic: this.topic, bLock: false });
    this.sendRoster(seat);
    if (seat.onHold) seat.send(Evt.roster, { update: [{ id: self.userId, bHold: true }] });
    this.#broadcast({ add: [rosterEntry(self)] }, seat);
    this.people.set(self.userId, self);
  }

  /** Sends the list of participants as this browser sees it. */
  sendRoster(seat: Seat): void {
    if (seat.self === undefined) return;
    const others = seat.onHold ? [] : [...this.people.values()].filter((one) => one !== seat.self);
    // The SDK reads `bHold` here as well as in an update.
    const self = rosterEntry(seat.self, { bHold: seat.onHold });
    seat.send(Evt.roster, { add: [self, ...others.map((person) => rosterEntry(person))] });
  }

  #leave(seat: Seat): void {
    this.seats.delete(seat);
    if (seat.self !== undefined && this.people.has(seat.self.userId)) this.removePerson(seat.self.userId);
  }

  #broadcast(body: Record<string, unknown>, except?: Seat): void {
    for (const seat of this.seats) {
      if (seat !== except && !seat.onHold) seat.send(Evt.roster, body);
    }
  }

  #person(userId: number): SimulatedParticipant {
    const person = this.people.get(userId);
    if (person === undefined)
      throw new RangeError(`Nobody in the simulated meeting has the userId ${userId}.`);
    return person;
  }

  #nextId(): number {
    this.#people += 1;
    return participantId(this.#people);
  }
}

/** Whether the signature itself says that it has expired. Any other signature is accepted. */
function hasExpired(signature: string): boolean {
  try {
    const payload: unknown = JSON.parse(decodeText(signature.split('.')[1] ?? ''));
    const { exp } = payload as { exp?: unknown };
    return typeof exp === 'number' && exp * 1000 < Date.now();
  } catch {
    return false;
  }
}
