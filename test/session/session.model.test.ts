import { expect, it, vi } from 'vitest';
import { MeetingSession } from '../../src/session/session.ts';
import { isAll } from '../support/is-all.ts';
import { findFault } from './model/find-fault.ts';

vi.mock('../../src/failures/load-words.ts', () => import('./model/words.ts'));

const LIVES = isAll ? 10_000 : 2_500;

it(`${LIVES} random lives of a meeting: who is on the way comes in, who is out stays out, and nothing is told twice`, async () => {
  const told = new Set<string>();
  expect(await findFault(MeetingSession, LIVES, told)).toBeUndefined();
  // The random lives have covered every status and every event.
  expect([...told].sort()).toEqual(
    [
      ...['authorizing', 'loading', 'joining', 'waiting', 'joined', 'reconnecting', 'left', 'failed'],
      ...['onJoined', 'onWaiting', 'onReconnecting', 'onLeft', 'onError'],
    ].sort(),
  );
}, 300_000);
