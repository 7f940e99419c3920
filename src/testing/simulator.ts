import { resolveSource } from '../sdk/loading/resolve-source.ts';
import { type FrameWindow, type ScriptSource, selfHosted } from '../sdk/loading/source.ts';
import type { GetSignature } from '../session/api/options.ts';
import type { SimulatedFailureCode } from './failures.ts';
import { paintFaces } from './frame/faces.ts';
import { installService } from './frame/install.ts';
import { practiceGrant } from './practice-grant.ts';
import { EndReason, MeetingService, type MeetingServiceOptions } from './service/meeting-service.ts';
import type { SimulatedParticipant, SimulatedPerson } from './service/participant.ts';
import { untilApplied, type WatchedFrame, watchConnection } from './until-applied.ts';

export interface MeetingSimulatorOptions extends MeetingServiceOptions {
  /** The source of the SDK's files. Default: `selfHosted('/zoom-sdk')`. */
  sdk?: ScriptSource;
  /** Whether to draw a person into the tile of everybody whose camera is on. Default: `true`. */
  faces?: boolean;
}

/**
 * A simulated meeting. It simulates Zoom's servers inside the component's frame, so that the unmodified SDK joins
 * with no account and no network. Each asynchronous method resolves when the SDK has applied the change, and
 * rejects after 5 s. Before anybody has joined, you use the methods to prepare the meeting.
 */
export interface MeetingSimulator {
  /** Pass this as the `sdk` prop of `<ZoomJoin>`. */
  readonly sdk: ScriptSource;
  /**
   * Pass this as the `getSignature` prop of `<ZoomJoin>` if the app has no endpoint yet. Its signatures are made
   * without a secret, and Zoom would refuse them. An opaque `meeting` gets a number.
   */
  readonly getSignature: GetSignature;
  readonly host: {
    /** Starts a meeting that was created with `started: false`. */
    start(): void;
    /** Admits everybody from the waiting room. */
    admit(): Promise<void>;
    /** Moves those who joined from a browser to the waiting room. */
    putOnHold(): Promise<void>;
    /** Removes those who joined from a browser. */
    remove(): Promise<void>;
    /** Ends the meeting for everybody. */
    end(): Promise<void>;
    /** Ends the meeting at the time limit of Zoom's free plan. */
    endByTimeLimit(): Promise<void>;
    /** Simulates that the same user joins on another device. */
    joinElsewhere(): Promise<void>;
    /** Makes those who joined from a browser hosts. */
    promote(): Promise<void>;
    /** Sets whether new participants wait until the host admits them. */
    setWaitingRoom(on: boolean): void;
  };
  readonly participants: {
    /** Returns everybody in the meeting: the simulated participants and those who joined from a browser. */
    list(): SimulatedParticipant[];
    add(person: string | SimulatedPerson): Promise<SimulatedParticipant>;
    update(userId: number, change: Partial<SimulatedPerson>): Promise<void>;
    remove(userId: number): Promise<void>;
    /** Sends a message to the meeting's chat. */
    say(userId: number, text: string): void;
  };
  readonly network: {
    /** Cuts the connection: sockets close and requests fail until `restore()`. */
    drop(): Promise<void>;
    restore(): Promise<void>;
    /** Makes Zoom ask the SDK to reconnect. */
    failover(): Promise<void>;
    /** Sets how long each HTTP response takes from now on, in ms. */
    setLatency(ms: number): void;
  };
  /** Makes every join from now on fail with Zoom's `code`. `fail(null)` lets joins succeed again. */
  fail(code: SimulatedFailureCode | null): void;
  /** Sets the layout for those who join from now on: modern (`'webrtc'`) or stacked (`'legacy'`). */
  setLayout(layout: 'webrtc' | 'legacy'): void;
  /** The numbers of the messages that the SDK has sent on its socket, in order. 4103 is its leave message. */
  readonly received: readonly number[];
  /**
   * Simulates Zoom in any window, for tests of code that uses the SDK without this component. Call it before the
   * SDK makes its first request.
   */
  install(window: FrameWindow): void;
}

let simulators = 0;

/**
 * Creates a simulated meeting. Create it once, outside of components, and pass its `sdk` and `getSignature` to
 * `<ZoomJoin>`. Any meeting number is accepted, and any JWT that has not expired as a signature.
 */
export function createMeetingSimulator(options: MeetingSimulatorOptions = {}): MeetingSimulator {
  const { sdk: files = selfHosted(), faces = true } = options;
  const service = new MeetingService(options);
  const frames = new Set<WatchedFrame>();
  const received: number[] = [];
  service.onFrame = (_seat, frame) => received.push(frame.evt);

  const install = (window: FrameWindow): void => {
    const frame: WatchedFrame = { window, connection: undefined };
    const { scripts, assetPath } = resolveSource(files);
    const passThrough = [...scripts, assetPath ?? ''].filter((url) => /^https?:/.test(url));
    installService(
      window,
      service,
      passThrough.map((url) => new URL('.', url).href),
      () => {
        if (frames.has(frame)) return;
        frames.add(frame);
        watchConnection(frame);
      },
    );
    window.addEventListener('pagehide', () => frames.delete(frame));
    if (faces) paintFaces(window, (userId) => service.people.get(userId));
  };

  const end = (what: string, reason: number): Promise<void> => {
    service.end(reason);
    return untilApplied(what, frames, (_client, { connection }) => connection === 'Closed');
  };
  const connected = (what: string): Promise<void> =>
    untilApplied(what, frames, (_client, { connection }) => connection === 'Connected');

  const hold = async (onHold: boolean): Promise<void> => {
    service.setHold(onHold);
    await untilApplied(onHold ? 'put on hold' : 'admitted', frames, (client) => {
      const self = client.getCurrentUser();
      return self === null || Boolean(self.isHold ?? self.bHold) === onHold;
    });
  };

  const lists = (userId: number) => (client: { getAttendeeslist(): Record<string, unknown>[] }) =>
    client.getAttendeeslist().find((one) => one['userId'] === userId);

  simulators += 1;
  return {
    sdk: { ...files, id: `simulator-${simulators}`, prepare: install },
    getSignature: practiceGrant,
    install,
    received,
    host: {
      start: () => {
        service.started = true;
      },
      admit: () => hold(false),
      putOnHold: () => hold(true),
      remove: () => end('removed by the host', EndReason.removed),
      end: () => end('ended by the host', EndReason.ended),
      endByTimeLimit: () => end('ended by the time limit', EndReason.timeLimit),
      joinElsewhere: () => end('joined elsewhere', EndReason.elsewhere),
      promote: async () => {
        service.makeHost();
        await untilApplied('made host', frames, (client) => client.getCurrentUser()?.isHost === true);
      },
      setWaitingRoom: (on) => {
        service.waitingRoom = on;
      },
    },
    participants: {
      list: () => [...service.people.values()],
      add: async (person) => {
        const added = service.addPerson(person);
        const find = lists(added.userId);
        await untilApplied(
          'a participant came',
          frames,
          (client) => service.allOnHold || find(client) !== undefined,
        );
        return added;
      },
      update: async (userId, change) => {
        const { muted } = service.updatePerson(userId, change);
        const find = lists(userId);
        await untilApplied(
          'a participant changed',
          frames,
          (client) => service.allOnHold || find(client)?.['muted'] === muted,
        );
      },
      remove: async (userId) => {
        service.removePerson(userId);
        const find = lists(userId);
        await untilApplied('a participant left', frames, (client) => find(client) === undefined);
      },
      say: (userId, text) => service.say(userId, text),
    },
    network: {
      drop: async () => {
        service.online = false;
        service.cut();
        await untilApplied(
          'the connection was lost',
          frames,
          (_client, { connection }) => connection !== 'Connected',
        );
      },
      restore: () => {
        service.online = true;
        return connected('the connection is back');
      },
      failover: async () => {
        service.end(EndReason.reconnect);
        await untilApplied(
          'reconnecting',
          frames,
          (_client, { connection }) => connection === 'Reconnecting',
        );
        await connected('reconnected');
      },
      setLatency: (ms) => {
        service.latency = ms;
      },
    },
    fail: (code) => service.fail(code ?? undefined),
    setLayout: (layout) => {
      service.layout = layout;
    },
  };
}
