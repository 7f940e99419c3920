import { describe } from 'vitest';
import { LIVES, type Life } from '../rows.ts';

/** The tests of one row. Its name is how `npm test` knows which row they are about. */
export const life = (row: Life, tests: () => void): void => void describe(LIVES[row], tests);
