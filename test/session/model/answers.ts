import { Failure, failure } from '../../../src/failures/failure.ts';
import { SdkLoadError } from '../../../src/sdk/loading/load-sdk.ts';
import { HOUR, SECOND, settle } from './clock.ts';
import type { FakeAttempt } from './fake-attempt.ts';
import { isOpen, type Step, step, type Weighted, weighted } from './step.ts';
import type { World } from './world.ts';

/** Something that Zoom, the frame or the network does to an attempt. */
interface Answer {
  readonly name: string;
  readonly can: (attempt: FakeAttempt) => boolean;
  readonly act: (attempt: FakeAttempt, world: World) => void | Promise<void>;
}

const answer = (name: string, can: Answer['can'], act: Answer['act']): Answer => ({ name, can, act });

const isAt =
  (...phases: readonly FakeAttempt['phase'][]) =>
  ({ phase }: FakeAttempt) =>
    phases.includes(phase);
const isOnTheWay = isAt('authorizing', 'loading', 'joining');
const isLive = isAt('live');
const always = () => true;

const failing =
  (can: Answer['can']) =>
  (name: string, thrown: () => unknown): Answer =>
    answer(name, can, (attempt, world) => world.fails(attempt, thrown()));
const fails = failing(isOnTheWay);
/** Zoom refuses a join with this number. */
const refuses = (name: string, errorCode: number): Answer =>
  failing(isAt('joining'))(
    name,
    () => new Failure({ what: 'zoom', said: { errorCode }, hasPasswordFromUrl: false }),
  );
const sdkLoad = (problem: 'failed' | 'timeout') => () =>
  new SdkLoadError({ problem, src: 'https://example.com/a.js' });
const closes = (reason: 'user' | 'removed' | 'ended' | 'other'): Answer =>
  answer(`over: ${reason}`, isLive, (attempt, world) => world.closes(attempt, reason));

const JOINED = answer('joined', isAt('joining'), (attempt) => attempt.joins({ status: 'joined' }));

const USUAL: readonly Answer[] = [
  answer('the signature comes', isAt('authorizing'), (attempt) => attempt.signatureCame()),
  answer('the SDK has loaded', isAt('authorizing', 'loading'), (attempt) => attempt.loaded()),
  answer('in the waiting room', isAt('joining'), (attempt) =>
    attempt.joins({ status: 'waiting', for: 'admission' }),
  ),
  answer('joined, and lost again', isAt('joining'), (attempt) => attempt.joins({ status: 'reconnecting' })),
  answer('put on hold', isLive, ({ context }) => context.onState({ status: 'waiting', for: 'admission' })),
  answer('rendered', isLive, ({ context }) => context.onRendered()),
  answer('connected', isLive, ({ context }) => context.onState({ status: 'joined' })),
  answer(
    'the end is granted',
    ({ isEnding }) => isEnding,
    (attempt, world) => world.endsForAll(attempt),
  ),
  answer(
    'the end is refused',
    ({ isEnding }) => isEnding,
    (attempt, world) => world.endsForAll(attempt, failure('internal')),
  ),
  fails('the signature takes too long', () => failure('signature-timeout', 15)),
  fails('the SDK does not load', sdkLoad('failed')),
  fails('the SDK takes too long', sdkLoad('timeout')),
  fails('the join takes too long', () => failure('join-timeout', 45)),
  fails('a chunk does not load', () => failure('component-load-failed')),
];

/** What happens because of a bad network, a host who is late, or an old signature. */
const REFUSALS: readonly Answer[] = [
  refuses('the connection fails', -3000),
  refuses('the host has not started', 3008),
  refuses('the signature has expired', 3705),
];
const LOSSES: readonly Answer[] = [
  answer('reconnecting', isLive, ({ context }) => context.onState({ status: 'reconnecting' })),
  failing(isLive)('lost for good', () => failure('connection-lost')),
  answer('the frame is moved', always, ({ context }) => context.onGone('moved')),
  answer('the frame reloads', always, (attempt, world) => world.reloads(attempt)),
];

/** After one of these, nothing more happens unless somebody asks for it. */
const ENDS: readonly Answer[] = [
  closes('user'),
  closes('removed'),
  closes('ended'),
  closes('other'),
  refuses('the passcode is wrong', 3004),
  refuses('the meeting is over', 4004),
  fails('a bug', () => new TypeError('a bug')),
];

/** Completes the steps before the join, then gives the answer. */
const atOnce = ({ name, act }: Answer): Answer =>
  answer(`${name}, at once`, isOnTheWay, (attempt, world) => {
    if (attempt.phase === 'authorizing') attempt.signatureCame();
    if (attempt.phase === 'loading') attempt.loaded();
    if (!attempt.isClosed) return act(attempt, world);
  });

/** Gives an answer several times, 5 s apart, each time to the attempt that is under way then. */
const repeated = (name: string, times: number, { can, act }: Answer): Step =>
  step(
    name,
    (world) => isOpen(world) && world.page.isShown && world.expected.isIn,
    async (world) => {
      for (let i = 0; i < times; i += 1) {
        const { current } = world;
        if (current !== undefined && can(current)) await act(current, world);
        await world.clock.pass(5 * SECOND);
      }
    },
  );

const NO_NETWORK = fails('no network', () => failure('signature-unreachable'));
const WAKING = step(
  'asleep for 3 h, and no network yet',
  (world) => isOpen(world) && world.expected.isIn,
  async (world) => {
    world.clock.sleep(3 * HOUR);
    await settle();
    const { current } = world;
    if (current !== undefined && NO_NETWORK.can(current)) await NO_NETWORK.act(current, world);
  },
);

const of =
  (which: string, find: (world: World) => FakeAttempt | undefined) =>
  ({ name, can, act }: Answer): Step =>
    step(
      `${name}${which}`,
      (world) => {
        const attempt = find(world);
        return attempt !== undefined && can(attempt);
      },
      (world) => {
        const attempt = find(world);
        if (attempt !== undefined) return act(attempt, world);
      },
    );

const ofCurrent = of('', ({ current, page }) => (page.isClosed ? undefined : current));
/** The answer is late, and the session must ignore it. */
const ofGivenUp = of(', of an attempt that was given up', ({ givenUp }) => givenUp);
const ofPrepared = of(', before the join', ({ open, status, page }) =>
  status === 'idle' && !page.isClosed ? open[0] : undefined,
);

export const ANSWERS: readonly Weighted[] = [
  ...weighted(1, ...[JOINED, ...USUAL, ...REFUSALS, ...LOSSES, ...ENDS].map(ofGivenUp)),
  ...weighted(2, ofPrepared(fails('the SDK does not load', sdkLoad('failed')))),
  ...weighted(2, ofPrepared(answer('the frame reloads', always, (attempt, world) => world.reloads(attempt)))),
  ...weighted(1, ...ENDS.map(ofCurrent)),
  ...weighted(3, ...[JOINED, ...USUAL, ...REFUSALS].map(ofCurrent)),
  ...weighted(8, ...LOSSES.map(ofCurrent)),
  ...weighted(8, ...REFUSALS.map(atOnce).map(ofCurrent)),
  ...weighted(
    4,
    repeated(
      'the frame reloads again and again',
      6,
      answer('', always, (attempt, world) => world.reloads(attempt)),
    ),
  ),
  ...weighted(12, repeated('the network fails again and again', 7, NO_NETWORK), WAKING),
  // Otherwise most lives would mostly be outside the meeting.
  ...weighted(20, ofCurrent(atOnce(JOINED))),
];
