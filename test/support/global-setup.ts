import { buildFixture, REACTS } from './fixture-apps.ts';

/** Runs before the browser tests, and builds the fixture apps with the latest build of the package. */
export default async function setup(): Promise<void> {
  for (const react of REACTS) await buildFixture(react);
}
