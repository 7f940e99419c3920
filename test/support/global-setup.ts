import { buildFixture, REACTS } from './fixture-apps.ts';

/** Before the browser tests: the fixture apps, from the package as it was built last. */
export default async function setup(): Promise<void> {
  for (const react of REACTS) await buildFixture(react);
}
