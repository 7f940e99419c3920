import { SHORT_LIVED } from '../support/chromium.ts';
import { buildFixture, REACTS } from '../support/fixture-apps.ts';
import { startHarness } from '../support/harness.ts';
import { runCampaign } from '../support/remount.ts';

/** The long remount campaign: `npm run campaign -- [rounds] [seed]`. It runs this many rounds for each React. */
const [rounds = 1_000, seed = Date.now() % 1e6] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);

for (const react of REACTS) await buildFixture(react);
console.log(
  `Remount campaign: ${rounds} rounds in each of ${REACTS.join(', ')}; StrictMode, React's development build; seed ${seed}`,
);
const started = Date.now();
const results = await Promise.all(
  REACTS.map(async (react, index) => {
    // Each React gets its own Zoom stand-in and its own browser, because their sockets must not be counted
    // together.
    const harness = await startHarness([SHORT_LIVED]);
    const result = await runCampaign(harness, react, rounds, seed + index, (round, { shown }) => {
      if ((round + 1) % 50 === 0) console.log(`${react}: ${shown} of ${round + 1}`);
    });
    await harness.stop();
    return { react, ...result };
  }),
);
for (const { react, shown, failures } of results) {
  console.log(`${react}: the second mount showed the meeting in ${shown} of ${rounds}`);
  for (const failure of failures) console.log(`  ${failure}`);
}
console.log(`${Math.round((Date.now() - started) / 60_000)} minutes, seed ${seed}`);
process.exitCode = results.every(({ shown }) => shown === rounds) ? 0 : 1;
