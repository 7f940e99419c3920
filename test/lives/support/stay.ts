import { isAll } from '../../support/is-all.ts';

/** How long a state must last in a test: a minute, and 15 minutes in `npm run test:all`. */
export const STAY_MS = (isAll ? 15 : 1) * 60_000;

export const stay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, STAY_MS));
