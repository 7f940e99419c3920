import { ANSWERS } from './answers.ts';
import { HOUR, MINUTE, SECOND } from './clock.ts';
import { isOpen, type Step, step, type Weighted, weighted } from './step.ts';
import type { Reaction } from './world.ts';

/** How long a session may take to notice that the page is shown, in ms. */
const UNTIL_SEEN_MS = 200;

/** The app does something with a component that is shown. */
const app = (name: string, act: Step['act'], can: Step['can'] = () => true) =>
  step(name, (world) => world.isActive && can(world), act);

const reacts = (reaction: Reaction) =>
  app(`at the next status, ${reaction}()`, (world) => {
    world.reaction = reaction;
  });

const APP: readonly Weighted[] = [
  ...weighted(
    20,
    app(
      'join()',
      (world) => world.join(),
      ({ expected }) => !expected.isIn,
    ),
    app(
      'preload()',
      (world) => world.preload(),
      ({ status }) => status === 'idle',
    ),
  ),
  ...weighted(
    3,
    app(
      'join() again',
      (world) => world.join(),
      ({ expected }) => expected.isIn,
    ),
    app('retry()', (world) => world.retry()),
    app('rejoin()', (world) => world.rejoin()),
    app(
      'end()',
      (world) => world.end(),
      ({ current }) => current?.phase === 'live',
    ),
    step(
      'leave()',
      (world) => world.isMounted && isOpen(world),
      (world) => world.leave(),
    ),
    app('another passcode', (world) => world.changePasscode()),
    reacts('leave'),
    reacts('retry'),
    reacts('rejoin'),
  ),
  ...weighted(
    1,
    reacts('unmount'),
    app('another title', (world) => world.changeTitle()),
  ),
];

const REACT: readonly Weighted[] = [
  ...weighted(
    3,
    app('hidden', (world) => world.hide()),
    app(
      'unmounted',
      (world) => world.unmount(),
      ({ attempts }) => attempts.length > 0,
    ),
  ),
  ...weighted(
    12,
    app(
      'out of the document',
      ({ page }) => {
        page.isConnected = false;
      },
      ({ page }) => page.isConnected,
    ),
    step(
      'in the document',
      ({ page }) => !page.isConnected,
      async ({ page, clock }) => {
        page.isConnected = true;
        await clock.pass(UNTIL_SEEN_MS);
      },
    ),
    app('another element', (world) => world.moveTo(world.page.replaceElement())),
  ),
  ...weighted(
    20,
    step(
      'shown',
      ({ isMounted, isHidden }) => isMounted && isHidden,
      (world) => world.show(),
    ),
    step(
      'mounted',
      (world) => !world.isMounted && isOpen(world),
      (world) => world.mount(),
    ),
  ),
];

const BROWSER: readonly Weighted[] = [
  ...weighted(
    3,
    step(
      'the page is closed',
      (world) => isOpen(world) && world.page.isShown,
      (world) => world.closePage(),
    ),
    app(
      'no attempt can begin',
      (world) => {
        world.isBlocked = true;
      },
      ({ isBlocked }) => !isBlocked,
    ),
  ),
  ...weighted(
    8,
    step(
      'somebody opens the page',
      ({ page }) => page.isPrerendered,
      async ({ page, clock }) => {
        page.isPrerendered = false;
        await clock.pass(UNTIL_SEEN_MS);
      },
    ),
    step(
      'offline',
      ({ page }) => page.isOnline,
      ({ page }) => {
        page.isOnline = false;
      },
    ),
    step(
      'online',
      (world) => isOpen(world) && !world.page.isOnline,
      (world) => world.goOnline(),
    ),
    step(
      'attempts can begin',
      ({ isBlocked }) => isBlocked,
      (world) => {
        world.isBlocked = false;
      },
    ),
  ),
  ...weighted(
    20,
    step(
      'somebody goes back to the page',
      ({ page }) => page.isClosed,
      (world) => world.reopenPage(),
    ),
  ),
];

const later = (name: string, ms: number) =>
  step(
    `${name} later`,
    // Until the page is shown, a session checks ten times per second. A long wait would slow this test down.
    (world) => isOpen(world) && (world.page.isShown || ms < MINUTE),
    ({ clock }) => clock.pass(ms),
  );

const TIME: readonly Weighted[] = [
  ...weighted(
    8,
    later('1 s', SECOND),
    later('5 s', 5 * SECOND),
    later('30 s', 30 * SECOND),
    later('90 s', 90 * SECOND),
    step('asleep for 3 h', isOpen, ({ clock }) => clock.sleep(3 * HOUR)),
  ),
  ...weighted(
    3,
    later('6 min', 6 * MINUTE),
    step('the clock is set an hour forward', isOpen, ({ clock }) => clock.set(HOUR)),
    // This is much less than a sleep, because a session sees the sum of both.
    step('the clock is set 10 min back', isOpen, ({ clock }) => clock.set(-10 * MINUTE)),
  ),
];

/** Lets pending messages load: those of the latest failure, or those of the earliest. */
const come = (name: string, which: 0 | -1, code?: 'sdk-file-missing') =>
  step(
    name,
    ({ words }) => {
      const found = words.at(which)?.found;
      const isThere = found !== undefined && (which === 0 || words.length > 1);
      return isThere && (code === undefined || found.code === 'sdk-load-failed');
    },
    (world) => {
      const words = world.words.at(which);
      if (words !== undefined) world.explain(words, code);
    },
  );

const WORDS: readonly Weighted[] = weighted(
  3,
  come('the words come', 0),
  come('the words of an earlier failure come', -1),
  come('the words say: the file is missing', 0, 'sdk-file-missing'),
  come('the words of an earlier failure say: the file is missing', -1, 'sdk-file-missing'),
  step(
    'the words do not come',
    ({ words }) => words.length > 0,
    ({ words }) => words[0]?.fail(),
  ),
);

export const STEPS: readonly Weighted[] = [...APP, ...REACT, ...BROWSER, ...TIME, ...WORDS, ...ANSWERS];
