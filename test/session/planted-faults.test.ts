import { expect, it, vi } from 'vitest';
import { faultySession } from '../support/plant-faults.ts';
import { findFault } from './model/find-fault.ts';
import { PLANTED_FAULTS } from './model/planted-faults.ts';

vi.mock('../../src/failures/load-words.ts', () => import('./model/words.ts'));

const LIVES = 1_000;

it.for(Object.keys(PLANTED_FAULTS))(`is found in ${LIVES} lives: %s`, { timeout: 120_000 }, async (name) => {
  const { MeetingSession }: typeof import('../../src/session/session.ts') = await import(
    /* @vite-ignore */ faultySession(name)
  );
  expect(await findFault(MeetingSession, LIVES)).toBeDefined();
});
