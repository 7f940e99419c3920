import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { zoomSdkAssets } from './src/vite/index.ts';
import { launchOptions, SHORT_LIVED } from './test/support/chromium.ts';
import { ENGINE } from './test/support/engines/engine.ts';
import { firefoxOptions } from './test/support/engines/firefox.ts';
import { firefoxProvider } from './test/support/engines/firefox-provider.ts';
import { webkitgtk } from './test/support/engines/webkit-provider.ts';
import { isAll } from './test/support/is-all.ts';
import { plantFaults } from './test/support/plant-faults.ts';

/** On an idle machine, results come at once. A busy machine may take longer. */
const PATIENT = { poll: { timeout: 10_000 } };

/** These take pictures, or set what only Chromium's protocol can set. */
const IN_CHROMIUM = ['test/react/screens/{media,screenshots}.test.tsx', 'test/sdk/frame/dark-page.test.tsx'];

const IN_JSDOM = 'test/lives/react/unit-tests.test.ts';

// The viewport is as large as the largest screenshot, because a larger one would be scaled down.
const contextOptions = { viewport: { width: 1920, height: 1080 } };

/** How Vitest runs the component tests in an engine. */
const IN_ENGINE = {
  chromium: {
    headless: true,
    provider: playwright({ launchOptions: launchOptions([SHORT_LIVED]), contextOptions }),
  },
  firefox: { headless: true, provider: firefoxProvider({ launchOptions: firefoxOptions(), contextOptions }) },
  // It has no mode of its own without a screen, so it gets one that nobody sees.
  webkit: { headless: false, provider: webkitgtk() },
};

export default defineConfig({
  test: {
    projects: [
      {
        // Pure code, in Node. Threads start faster than processes.
        plugins: [plantFaults()],
        test: {
          name: 'unit',
          pool: 'threads',
          // A third of the time went into loading the same modules for each file. What a test stubs, the next has back.
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/browser/**',
            'test/examples/**',
            'test/hosts/**',
            'test/lives/**',
            'test/engines/**',
            '**/node_modules/**',
          ],
          environment: 'node',
        },
      },
      {
        // The component's source in Chromium, with the real SDK in a simulated meeting.
        plugins: [react(), zoomSdkAssets()],
        optimizeDeps: {
          include: ['mock-socket', 'react-dom/client', '@testing-library/react', 'axe-core'],
        },
        test: {
          name: 'component',
          include: ['test/**/*.test.tsx'],
          exclude: [
            'test/browser/**',
            '**/node_modules/**',
            ...(ENGINE === 'chromium' ? [] : IN_CHROMIUM),
            ...(isAll ? [] : ['test/react/screens/screenshots.test.tsx']),
          ],
          testTimeout: 30_000,
          expect: PATIENT,
          // The browser doesn't see the environment.
          env: isAll ? { TEST_ALL: '1' } : {},
          browser: {
            enabled: true,
            screenshotFailures: false,
            ...IN_ENGINE[ENGINE],
            instances: [{ browser: ENGINE }],
          },
        },
      },
      {
        // The built endpoint in the servers that people use, as docs/endpoint.md describes.
        test: {
          name: 'hosts',
          include: ['test/hosts/**/*.test.ts'],
          // It builds an app with Next.js, as the examples do.
          exclude: isAll ? [] : ['test/hosts/next.test.ts'],
          environment: 'node',
          globalSetup: 'test/hosts/global-setup.ts',
          testTimeout: 30_000,
          // A hook builds an app with Next.js, which takes a minute on a busy machine.
          hookTimeout: 300_000,
        },
      },
      {
        // The packed package in the apps of examples/: see test/examples/table.ts.
        test: {
          name: 'examples',
          include: ['test/examples/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/support/temporary-files.ts',
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Every story with its play function, for working on them. `npm test` opens the stories of the static
        // Storybook.
        plugins: [storybookTest()],
        test: {
          name: 'storybook',
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 1280, height: 800 },
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        // The built package in real apps, row by row: see test/lives/rows.ts.
        test: {
          name: 'lives',
          // What the page and its browser do differs between engines, and what React and Zoom's servers do does not.
          include: [ENGINE === 'chromium' ? 'test/lives/**/*.test.ts' : 'test/lives/page/**/*.test.ts'],
          // WebDriver gives WebKit no touch screen, and no other name.
          exclude: [
            IN_JSDOM,
            '**/node_modules/**',
            ...(ENGINE === 'webkit' ? ['test/lives/page/phone.test.ts'] : []),
          ],
          environment: 'node',
          globalSetup: ['test/support/global-setup.ts', 'test/support/temporary-files.ts'],
          testTimeout: 120_000,
          expect: PATIENT,
          hookTimeout: 120_000,
          // The files of a worker share a browser, which keeps the compiled SDK: see test/lives/support/world.ts.
          isolate: false,
          // One more than there are cores: a test that keeps a state for a minute takes time and little else. Other
          // engines than Chromium need more of the processor.
          maxWorkers: ENGINE === 'chromium' ? 3 : 1,
          maxConcurrency: 10,
        },
      },
      {
        // What must work in each engine: `ENGINE=firefox`. docs/browsers.md is made from the results.
        test: {
          name: 'engines',
          // An `exclude` here would take the place of that of the command line.
          include: [`test/engines/${ENGINE === 'firefox' ? '*' : '!(firefox)'}.test.ts`],
          environment: 'node',
          globalSetup: ['test/support/global-setup.ts', 'test/support/temporary-files.ts'],
          testTimeout: 90_000,
          expect: PATIENT,
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        // This test turns its process into a kind of browser for good, so it runs in one of its own, after the others.
        test: {
          name: 'lives-jsdom',
          include: [IN_JSDOM],
          environment: 'node',
          expect: PATIENT,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The built package in fixture apps, with the real SDK and real sockets.
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/global-setup.ts', 'test/support/temporary-files.ts'],
          testTimeout: 60_000,
          expect: PATIENT,
          hookTimeout: 120_000,
          // The files of a worker share a browser, which keeps the compiled SDK: see test/support/harness.ts.
          isolate: false,
          // One Chromium is idle half of the time. More than two would time out, which is not the code's fault.
          maxWorkers: 2,
        },
      },
    ],
  },
});
