// Builds the fixture apps, so that the steps of `npm test` need not do it one by one.
import { runTypeScript } from './lib/run-typescript.mjs';

const { default: buildFixtures } = await runTypeScript('test/support/global-setup.ts');
await buildFixtures();
