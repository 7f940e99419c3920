import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { classify } from '../../src/failures/classify.ts';
import { Failure, failure } from '../../src/failures/failure.ts';
import { explain } from '../../src/failures/words/explain.ts';
import type { SdkClient } from '../../src/sdk/client.ts';
import type { AttemptContext } from '../../src/session/attempt.ts';
import { IDLE } from '../../src/session/idle.ts';
import { MeetingSession } from '../../src/session/session.ts';
import type { LeftReason, MeetingSnapshot, MeetingState, MeetingStatus } from '../../src/session/status.ts';

import { canFollow } from '../../src/session/transitions.ts';

const SEQUENCES = 10_000;

/** Before the timers are made false: what awaits is to go on between two steps. */
const realSetImmediate = setImmediate;
const settle = () => new Promise<void>((resolve) => realSetImmediate(resolve));

/** What handlers threw. */
const reported: unknown[] = [];

beforeAll(() => {
  vi.useFakeTimers();
  // Or each failure would be looked into.
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** Stands for the frame and the SDK in it. Does what an attempt may do, and nothing it may not. */
class FakeAttempt {
  readonly context: AttemptContext;
  readonly setup = '';
  readonly client = null;
  runs = 0;
  live = false;
  #end: { resolve(): void; reject(thrown: unknown): void } | undefined;

  constructor(context: AttemptContext) {
    this.context = context;
  }

  get closed(): boolean {
    return this.context.signal.aborted;
  }

  moveTo(): void {}

  onCommit(): void {}

  prepare(): Promise<SdkClient> {
    return new Promise(() => {});
  }

  join(): Promise<void> {
    this.runs += 1;
    return new Promise((resolve, reject) => {
      this.#end = { resolve, reject };
    });
  }

  joined(state: 'joined' | 'waiting'): void {
    this.live = true;
    this.context.onState(
      state === 'waiting' ? { status: 'waiting', for: 'admission' } : { status: 'joined' },
    );
    this.#end?.resolve();
  }

  fails(thrown: unknown): void {
    if (this.live) this.context.onFailure(thrown as Failure);
    else this.#end?.reject(thrown);
  }

  async end(): Promise<void> {}
}

const zoom = (errorCode: number) =>
  new Failure({ what: 'zoom', said: { errorCode }, hasPasswordFromUrl: false });
/** Final, waiting, expired, connection. */
const ZOOM_CODES = [3004, 3008, 3705, -3000];
/** At any stage. */
const FAILURES: readonly (() => unknown)[] = [
  () => failure('signature-timeout', 15),
  () => failure('signature-unreachable'),
  () => new TypeError('a bug'),
];

const EVENTS: Partial<Record<MeetingStatus, string>> = {
  waiting: 'onWaiting',
  joined: 'onJoined',
  reconnecting: 'onReconnecting',
  left: 'onLeft',
  failed: 'onError',
};

/** A page with an element for a meeting, and all that was told of it. */
class World {
  snapshot: MeetingSnapshot = IDLE;
  readonly attempts: FakeAttempt[] = [];
  readonly told: string[] = [];
  readonly impossible: string[] = [];
  mounted = true;
  session: MeetingSession;
  /** The element is in the document. */
  isConnected = true;
  #life = new AbortController();

  constructor() {
    this.session = this.mount();
  }

  mount(): MeetingSession {
    this.mounted = true;
    const tell = (what: string) => () => {
      if (!this.mounted) throw new Error(`${what} was called after the unmount`);
      this.told.push(what);
    };
    const options = {
      meeting: '123456789',
      userName: 'Ada',
      getSignature: () => '',
      onStatusChange: ({ status }: MeetingState) => tell(status)(),
      onJoined: tell('onJoined'),
      onWaiting: tell('onWaiting'),
      onReconnecting: tell('onReconnecting'),
      onLeft: ({ reason }: { reason: LeftReason }) => {
        // Of the end of the session, a microtask later.
        if (reason !== 'changed') tell('onLeft')();
      },
      onError: tell('onError'),
    };
    this.snapshot = IDLE;
    const world = this;
    const element = {
      get isConnected() {
        return world.isConnected;
      },
      ownerDocument: { defaultView: new EventTarget() },
    };
    const owner = {
      options,
      end: () => {},
      handle: { join: () => {} },
      element: element as unknown as HTMLElement,
      getSnapshot: () => this.snapshot,
      publish: (snapshot: MeetingSnapshot) => {
        const [from, to] = [this.snapshot.state, snapshot.state];
        if (from !== to && !canFollow(from.status, to.status))
          this.impossible.push(`${from.status} → ${to.status}`);
        this.snapshot = snapshot;
      },
    };
    this.#life = new AbortController();
    this.session = new MeetingSession(owner, options, this.#life.signal, (context) => {
      const attempt = new FakeAttempt(context);
      this.attempts.push(attempt);
      return attempt;
    });
    return this.session;
  }

  unmount(): void {
    this.mounted = false;
    this.#life.abort('changed');
  }

  /** The latest one, or one that has been given up: it must not be heard any more. */
  attempt(back = 0): FakeAttempt | undefined {
    return this.attempts.at(-1 - back);
  }

  check(): void {
    const { state, next, isRendered } = this.snapshot;
    if (isRendered) expect(['joined', 'waiting', 'reconnecting']).toContain(state.status);
    const open = this.attempts.filter(({ closed }) => !closed);
    const timers = vi.getTimerCount();
    expect([...reported, ...this.impossible]).toEqual([]);
    for (const { runs } of this.attempts) expect(runs).toBeLessThanOrEqual(1);
    expect(open.length).toBeLessThanOrEqual(1);
    if (!this.mounted) {
      expect([open.length, timers]).toEqual([0, 0]);
      return;
    }
    // Either a try is under way, or a timer will start one. A lost connection has a timer of its own besides.
    const isOver = ['idle', 'left', 'failed'].includes(state.status);
    const ofItsOwn = state.status === 'reconnecting' ? 1 : 0;
    const underWay = open.length + timers - ofItsOwn;
    expect({ status: state.status, next, underWay }).toMatchObject({ underWay: isOver ? 0 : 1 });
    if (next !== null) expect(open).toEqual([]);
    if (state.status === 'joined') expect(open[0]?.live).toBe(true);
    // The status is told first, then its own event.
    const event = EVENTS[state.status];
    if (event !== undefined) expect(this.told.slice(-2)).toEqual([state.status, event]);
  }
}

type Step = readonly [name: string, act: (world: World) => void];

const on =
  (act: (attempt: FakeAttempt) => void, back = 0) =>
  (world: World): void => {
    const attempt = world.attempt(back);
    if (attempt !== undefined) act(attempt);
  };
/** What the SDK can do before it has joined, and after. */
const before = (act: (attempt: FakeAttempt) => void) => on((attempt) => !attempt.live && act(attempt));
const live = (act: (attempt: FakeAttempt) => void) => on((attempt) => attempt.live && act(attempt));
const state = (status: 'joined' | 'reconnecting') => live(({ context }) => context.onState({ status }));
const isJoining = ({ snapshot }: World) =>
  snapshot.state.status === 'joining' || snapshot.state.status === 'waiting';

const STEPS: readonly Step[] = [
  ['join()', ({ session }) => session.join()],
  ['leave()', ({ session }) => session.leave()],
  ['retry()', ({ session }) => session.retry()],
  ['rejoin()', ({ session }) => session.rejoin()],
  ['end()', ({ session }) => void session.end().catch(() => {})],
  [
    'the signature came',
    (world) => {
      if (world.snapshot.state.status === 'authorizing')
        before(({ context }) => context.onState({ status: 'loading' }))(world);
    },
  ],
  [
    'the SDK has loaded',
    (world) => {
      if (world.snapshot.state.status !== 'joined')
        before(({ context }) => context.onState({ status: 'joining' }))(world);
    },
  ],
  ['joined', (world) => isJoining(world) && before((attempt) => attempt.joined('joined'))(world)],
  [
    'in the waiting room',
    (world) => isJoining(world) && before((attempt) => attempt.joined('waiting'))(world),
  ],
  ['put on hold', live(({ context }) => context.onState({ status: 'waiting', for: 'admission' }))],
  // Some time after that was told, whatever has come since.
  ['the SDK has drawn', live(({ context }) => context.onRendered())],
  ['reconnecting', state('reconnecting')],
  ['connected', state('joined')],
  ...(['removed', 'ended', 'user'] satisfies LeftReason[]).map(
    (reason): Step => [
      `closed: ${reason}`,
      live(({ context }) => context.onState({ status: 'left', reason })),
    ],
  ),
  ...ZOOM_CODES.map(
    (code): Step => [
      `Zoom says ${code}`,
      (world) => isJoining(world) && before((attempt) => attempt.fails(zoom(code)))(world),
    ],
  ),
  ...FAILURES.map((fail, index): Step => [`fails: ${index}`, before((attempt) => attempt.fails(fail()))]),
  ['the connection is lost for good', live((attempt) => attempt.fails(failure('connection-lost')))],
  ['a given up one joins', on((attempt) => attempt.joined('joined'), 1)],
  ['a given up one fails', on((attempt) => attempt.fails(zoom(3004)), 1)],
  ['a given up one closes', on(({ context }) => context.onState({ status: 'left', reason: 'ended' }), 1)],
  ['a given up one has drawn', on(({ context }) => context.onRendered(), 1)],
  ['the frame reloads', on(({ context }) => context.onGone('reloaded'))],
  ['the frame is moved', on(({ context }) => context.onGone('moved'))],
  ['the page is closed', on(({ context }) => context.onGone('page-closed'))],
  ['the given up frame reloads', on(({ context }) => context.onGone('reloaded'), 1)],
  [
    'the element is taken out of the page',
    (world) => {
      world.isConnected = false;
    },
  ],
  [
    'the element is put into the page',
    (world) => {
      world.isConnected = true;
      vi.advanceTimersByTime(200);
    },
  ],
  ['1 s passes', () => void vi.advanceTimersByTime(1_000)],
  ['30 s pass', () => void vi.advanceTimersByTime(30_000)],
  ['90 s pass', () => void vi.advanceTimersByTime(90_000)],
  [
    'unmount',
    (world) => {
      world.unmount();
    },
  ],
  ['mount', (world) => !world.mounted && world.mount()],
];

class StepCommand implements fc.AsyncCommand<object, World> {
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
  }

  check(): boolean {
    return true;
  }

  async run(_model: object, world: World): Promise<void> {
    const [name, act] = this.#step;
    // What has been unmounted hears nothing but the SDK, and the next mount.
    const isOurs = name.endsWith('()');
    if (world.mounted || !isOurs) act(world);
    await settle();
    world.check();
  }

  toString(): string {
    return this.#step[0];
  }
}

it(`${SEQUENCES} random lives of a meeting: no impossible status, no second join, silence after the unmount`, async () => {
  // Loaded before: importing takes more than a step.
  await explain(classify(failure('internal')));
  const covered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.commands(
        STEPS.map((step) => fc.constant(new StepCommand(step))),
        { size: '+1', maxCommands: 60 },
      ),
      async (commands) => {
        vi.clearAllTimers();
        const world = new World();
        world.session.join();
        await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
        for (const told of world.told) covered.add(told);
        world.unmount();
        await settle();
        world.check();
      },
    ),
    { numRuns: SEQUENCES },
  );
  // The walk has been everywhere.
  expect([...covered].sort()).toEqual(
    [
      ...['authorizing', 'loading', 'joining', 'waiting', 'joined', 'reconnecting', 'left', 'failed'],
      ...['onJoined', 'onWaiting', 'onReconnecting', 'onLeft', 'onError'],
    ].sort(),
  );
}, 180_000);
