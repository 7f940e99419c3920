import { describe } from 'vitest';
import { LIVES, type Life } from '../rows.ts';

/** Defines the tests of one row. By this name, `npm test` knows which row they belong to. */
export const life = (row: Life, tests: () => void): void => void describe(LIVES[row], tests);
