import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { zoomSdkAssets } from '../../src/vite/index.ts';
import { launchOptions } from '../support/chromium.ts';
import type { Layout } from './app/main.tsx';
import type { Measure } from './app/measure.ts';
import { type Combination, grid, hasRoom, percent, problems, SHOTS } from './grid.ts';
import { checkMotion } from './motion.ts';
import { checkPopups } from './popups.ts';

/**
 * `npm run test:fit [-- all] [-- ours]`: shows the real SDK in boxes of many sizes, in every view and layout, with
 * few and many participants. There is one meeting for each layout, whose box, view and participants change while it
 * goes on. Then it shows the same boxes with the bare SDK, which is told the box's size. `ours`, which `npm test`
 * uses, skips that part.
 */
const all = process.argv.includes('all');
const withBare = !process.argv.includes('ours');
const FOLDER = fileURLToPath(new URL('../__screenshots__/fit/', import.meta.url));
const LAYOUTS: readonly Layout[] = ['webrtc', 'legacy'];

const started = Date.now();
const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('./app', import.meta.url)),
  plugins: [react(), zoomSdkAssets()],
  server: { port: 0, host: 'localhost', hmr: false, watch: null, fs: { strict: false } },
  optimizeDeps: { include: ['mock-socket', 'react-dom/client'] },
  logLevel: 'error',
});
await server.listen();
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1300, height: 740 } });
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.waitForFunction(() => 'fit' in window);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });

let passed = 0;
const failures: string[] = [];
const report = (line: string, found: readonly string[]) => {
  console.log(`${found.length === 0 ? '✓' : '✗'} ${line}${found.map((text) => `; ${text}`).join('')}`);
  if (found.length === 0) passed += 1;
  else failures.push(`${line}: ${found.join('; ')}`);
};

let shown = 0;
for (const layout of LAYOUTS) {
  await join(layout);
  const shots = SHOTS.filter((combination) => combination.layout === layout);
  for (const combination of [...grid(layout, all), ...shots]) {
    await arrange(combination);
    const measured = await settle(combination);
    report(
      describe(combination, measured),
      measured === undefined ? ['nothing is shown'] : problems(combination, measured),
    );
    shown += 1;
    if (shots.includes(combination)) await shoot(combination);
  }
  for (const { name, found } of await checkMotion(page, layout)) report(`${layout} ${name}`, found);
  if (layout === 'webrtc') for (const { name, found } of await checkPopups(page)) report(name, found);
}

if (withBare) await compareWithBare();

await browser.close();
await server.close();
for (const failure of failures) console.error(`FAILED ${failure}`);
console.log(
  `\n${passed} passed, ${failures.length} failed: ${shown} combinations of size, view, people and layout, and what moves. ${Math.round((Date.now() - started) / 1000)} s`,
);
process.exit(failures.length === 0 ? 0 : 1);

async function compareWithBare(): Promise<void> {
  console.log('\nThe bare SDK, given the size of the box:');
  const bare = { inside: 0, minimized: 0, count: 0 };
  for (const layout of LAYOUTS) {
    await join(layout, true);
    for (const combination of grid(layout, all)) {
      await arrange(combination);
      const { width, height } = combination;
      const measured = await page.evaluate(
        ([across, down]) => {
          window.fit.tellSize(across, down);
          return window.fit.settled(
            ({ container }) => container.width === across && container.height === down,
          );
        },
        [width, height] as const,
      );
      bare.count += 1;
      if (measured?.overflow === 0) {
        bare.inside += 1;
        if (combination.view === 'minimized') bare.minimized += 1;
      }
      console.log(`  ${describe(combination, measured)}`);
    }
  }
  console.log(
    `\nThe bare SDK is inside its box in ${bare.inside} of ${bare.count}, ${bare.minimized} of them in its minimized view.`,
  );
}

async function join(layout: Layout, isBare = false): Promise<void> {
  await page.evaluate(
    ([which, none]) => {
      const size = { width: 900, height: 600 };
      window.fit.start(which, {
        style: { ...size, aspectRatio: 'auto' },
        hideMeetingInfo: false,
        ...(none && {
          fit: 'none' as const,
          init: { customize: { video: { viewSizes: { default: size, ribbon: size } } } },
        }),
      });
    },
    [layout, isBare] as const,
  );
  await page.waitForFunction(() => window.fit.handle?.status === 'joined', undefined, { timeout: 30_000 });
}

/** Changes only what is different, so that the view stays as it is while its box is resized. */
async function arrange({ people, view, width, height }: Combination): Promise<void> {
  await page.evaluate(
    async ([count, wanted, across, down]) => {
      await window.fit.people(count);
      if (window.fit.measure()?.view !== wanted) await window.fit.handle?.client?.setViewType(wanted);
      window.fit.resize(across, down);
    },
    [people, view, width, height] as const,
  );
}

/**
 * Resolves to the measurement once the meeting has settled in the box. With 25 people, the SDK takes some frames
 * for a new size.
 */
function settle(combination: Combination): Promise<Measure | undefined> {
  const { view, width, height } = combination;
  return page.evaluate(
    ([isMinimized, isWhole, across, down]) =>
      window.fit.settled(
        ({ overflow, coverage, scale, container }) =>
          overflow === 0 &&
          (coverage > 0.95 || isMinimized) &&
          (scale > 0.999 || !isWhole) &&
          container.width === across &&
          container.height === down,
      ),
    [view === 'minimized', hasRoom(combination), width, height] as const,
  );
}

function describe({ layout, people, view, width, height }: Combination, measured?: Measure): string {
  const what = `${layout.padEnd(6)} ${view.padEnd(9)} ${String(people).padStart(2)} people in ${`${width}×${height}`.padEnd(9)}`;
  if (measured === undefined) return what;
  const { widget, coverage, overflow, scale } = measured;
  const box = `${Math.round(widget.width)}×${Math.round(widget.height)}`.padEnd(9);
  const scaled = scale < 0.999 ? `, scaled to ${percent(scale)}` : '';
  return `${what} widget ${box} covers ${percent(coverage)}, overflow ${overflow} px${scaled}`;
}

async function shoot({ layout, people, view, width, height }: Combination): Promise<void> {
  const path = `${FOLDER}${layout}-${view}-${people}-${width}x${height}.png`;
  await page.locator('[data-zoom-join]').screenshot({ path });
}
