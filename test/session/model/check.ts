import { vi } from 'vitest';
import { isLive, type MeetingStatus } from '../../../src/session/api/status.ts';
import { MINUTE, SECOND } from './clock.ts';
import { WORDS_MS } from './words.ts';
import type { World } from './world.ts';

const EVENTS: Partial<Record<MeetingStatus, string>> = {
  waiting: 'onWaiting',
  joined: 'onJoined',
  reconnecting: 'onReconnecting',
  left: 'onLeft',
};

/** Returns what is wrong at this moment. */
function findFault(world: World): string | undefined {
  const { snapshot, open, expected, status, clock, owedSince } = world;
  const { state, next, isRendered } = snapshot;
  const [fault] = world.faults;
  if (fault !== undefined) return fault;
  const timers = vi.getTimerCount();
  if (world.attempts.some(({ runs }) => runs > 1)) return 'an attempt joins twice';
  if (!world.isMounted) {
    if (world.farewells !== 0) return `onLeft must be called ${world.farewells} times more after the unmount`;
    return open.length + timers === 0 ? undefined : 'something is left after the unmount';
  }
  if (open.some(({ hasFailed }) => hasFailed)) return 'an attempt that has failed goes on';
  if (open.some(({ element }) => element !== world.page.element)) return 'a meeting in another element';
  const underWay = open.filter(({ runs }) => runs > 0);
  if (underWay.length > 1) return 'two attempts at once';
  // A prepared attempt waits until the page is shown.
  if (open.length > underWay.length && status !== 'idle' && world.page.isShown)
    return 'a prepared attempt is left over';
  if (!expected.isIn) {
    if (!/idle|left|failed/.test(status)) return `${status}, and must be out`;
    if (underWay.length > 0) return `an attempt goes on, ${status}`;
    if (timers > (owedSince === undefined ? 0 : 1)) return `a timer goes on, ${status}`;
  } else {
    if (/idle|left|failed/.test(status)) return `${status}, and must be in`;
    // Either an attempt is under way, or a timer will start one. A lost connection has an additional timer.
    const limits = status === 'reconnecting' ? 1 : 0;
    if (underWay.length + timers - limits !== 1)
      return `${status} with ${underWay.length} attempts and ${timers} timers`;
  }
  if (next !== null && underWay.length > 0) return 'a next try is told, and one is under way';
  if (status === 'joined' && underWay[0]?.phase !== 'live') return 'joined without a meeting';
  if (isRendered && !isLive(status)) return `rendered, ${status}`;
  if (expected.isLostTooLong) return 'reconnecting without end';
  const error = state.status === 'failed' ? state.error : next?.error;
  if (error && (error.code !== expected.error?.code || error.zoomCode !== expected.error.zoomCode))
    return `${error.code} (${error.zoomCode}) is told of ${expected.error?.code} (${expected.error?.zoomCode})`;
  if (owedSince !== undefined && clock.awake - owedSince > WORDS_MS) return 'onError is not called';
  // The app is told the status first, then the event of that status.
  const event = EVENTS[status];
  const told = world.told.slice(-2).join(', ');
  if (event !== undefined && told !== `${status}, ${event}`) return `${status}, and told was: ${told}`;
  return undefined;
}

/** @throws {Error} with what is wrong at this moment */
export function check(world: World): void {
  const fault = findFault(world);
  if (fault !== undefined) throw new Error(fault);
  world.expected.mayFail = undefined;
  world.expected.mayLeave = undefined;
}

const SOON = MINUTE;
const LONG = 20 * MINUTE;

/**
 * From now on everything works: the page is shown, the network is available, the host has started, and each join
 * succeeds. A user who is on the way gets in and stays; a user who is out stays out.
 *
 * @throws {Error} with what is wrong
 */
export async function checkGoodEnding(world: World): Promise<void> {
  const { clock, page, expected } = world;
  world.reaction = undefined;
  world.isBlocked = false;
  page.isConnected = true;
  page.isPrerendered = false;
  if (page.isClosed) world.reopenPage();
  if (world.isMounted && world.isHidden) world.show();
  if (!page.isOnline) world.goOnline();
  // A session needs this long to notice that the page is shown.
  await clock.pass(200);
  check(world);
  const wasOut = !expected.isIn;
  const before = world.attempts.length;
  for (const end = clock.awake + SOON; isComing(world) && clock.awake < end; ) {
    world.current?.succeeds();
    if (isComing(world)) await clock.pass(SECOND);
    check(world);
  }
  if (isComing(world)) throw new Error(`still ${world.status} after a minute without any trouble`);
  const after = world.attempts.length;
  await clock.pass(LONG);
  check(world);
  if (wasOut && world.attempts.length > before) throw new Error(`an attempt, though ${world.status}`);
  if (world.attempts.length > after) throw new Error('another attempt, though in the meeting');
}

const isComing = ({ expected, status }: World): boolean => expected.isIn && status !== 'joined';
