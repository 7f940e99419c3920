import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REACTS } from '../support/fixture-apps.ts';
import { type Harness, sharedHarness } from '../support/harness.ts';
import { firstOf, isAll } from '../support/is-all.ts';
import { runCampaign } from '../support/remount.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

/** Rounds for each React: 30 in `npm run test:all`, which also runs 1,000 in the remount campaign. */
const ROUNDS = isAll ? 30 : 3;
const SEED = 20_261_124;

// The tests run concurrently, because each round mostly waits.
describe.concurrent('unmounted at a random moment and mounted again', () => {
  it.each(firstOf(1, [...REACTS].reverse()))(
    `shows the meeting ${ROUNDS} of ${ROUNDS} times in %s`,
    async (react) => {
      const { shown, failures } = await runCampaign(harness, react, ROUNDS, SEED + REACTS.indexOf(react));
      console.log(`${react}: the second mount showed the meeting in ${shown} of ${ROUNDS}, seed ${SEED}`);
      expect(failures).toEqual([]);
      expect(shown).toBe(ROUNDS);
    },
    240_000,
  );
});
