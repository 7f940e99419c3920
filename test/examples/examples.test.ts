import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type Driver, type Report, type Tab, until } from '../lives/support/driver.ts';
import { startPlaywright } from '../lives/support/playwright-driver.ts';
import { SHORT_LIVED } from '../support/chromium.ts';
import { must } from '../support/command.ts';
import { noiseOf } from './noise.ts';
import { firstLoad } from './support/first-load.ts';
import { type Served, serve } from './support/serve.ts';
import { type PageEntry, stubPackage } from './support/stub.ts';
import { chosen, type Example, isQuick, type Run } from './table.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What the table shows instead of `ok`. */
    cell?: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** How often somebody goes away and comes back at most, if there is little time. */
const QUICK_RETURNS = 2;
/** How long somebody stays away. In development, who comes back earlier is warned, as if React had moved the meeting. */
const AWAY_MS = { production: 0, development: 1_000 };
/** How long an app may take to print something after the last click, in ms. */
const SILENCE_MS = 300;

/** The steps on which no other depends. */
const ASIDE = ['types', 'bytes', 'leave'];

let driver: Driver;
beforeAll(async () => {
  driver = await startPlaywright(undefined, 'http://localhost/', [SHORT_LIVED]);
});
afterAll(() => driver.close());

for (const run of chosen()) describe(`${run.example.name}, ${run.mode}`, () => checkExample(run));

function checkExample({ example, mode }: Run): void {
  const { folder, start, meeting, into, outOf, leave, isFramed, returns } = example;
  let served: Served;
  let tab: Tab;
  let reports: readonly Report[];

  /** The step that has failed. Those after it make no sense. */
  let failed: string | undefined;
  /** A step of the table. */
  const step = (name: string, run: (context: TestContext) => Promise<void>) =>
    it(name, async (context) => {
      if (failed !== undefined) return context.skip(`“${failed}” has failed`);
      await run(context).catch((error: unknown) => {
        if (!ASIDE.includes(name)) failed = name;
        throw error;
      });
    });

  const app = (): Promise<Tab> | Tab => (isFramed ? tab.inFrame() : tab);
  const status = async (wanted: string) => {
    const inApp = await app();
    const isSo = (one: string) => document.querySelector(`[data-zoom-join][data-status="${one}"]`) !== null;
    const describeApp = () =>
      inApp.evaluate(() => {
        const root = document.querySelector<HTMLElement>('[data-zoom-join]');
        return `It is ${root?.dataset['status'] ?? 'not there'}. The page says: ${document.body.innerText}`;
      });
    await until(inApp, `the status ${wanted}`, isSo, [wanted], { describe: describeApp });
  };

  if (mode === 'production') {
    step('install', () => must('node', ['scripts/example.mjs', '--install', example.name], ROOT));
    if (hasScript(example, 'typecheck')) step('types', () => must('npm', ['run', 'typecheck'], folder));
    if (!isQuick)
      step('bytes', async ({ task }) => {
        // A stub of the simulator in both, because apps don't ship it.
        const whole = await weigh(example, ['testing']);
        const without = await weigh(example, ['index', 'testing']);
        task.meta.cell = `${kB(whole)} − ${kB(without)} = ${kB(whole - without)}`;
      });
    step('build', () => must('npm', ['run', 'build'], folder));
  }

  step('open', async () => {
    served = await serve(example, example[mode]);
    tab = await driver.newTab();
    reports = await tab.listen();
    await tab.open(served.url + start);
    const describeReports = async () => noiseOf(reports, mode).join('\n');
    await until(tab, 'a heading', () => document.querySelector('h1') !== null, [], {
      describe: describeReports,
    });
  });

  step('join', async () => {
    if (meeting === undefined) await tab.click(into);
    else await tab.open(served.url + meeting);
    await status('joined');
    const hasOthers = () =>
      document.querySelector('iframe')?.contentDocument?.body.innerText.includes('Grace Hopper') === true;
    await until(await app(), 'Grace Hopper in the meeting', hasOthers, []);
  });

  step('navigate', async () => {
    const times = isQuick ? QUICK_RETURNS : returns;
    for (let time = 0; time < times; time += 1) {
      await tab.click(outOf);
      await until(tab, 'no frame', () => document.querySelector('iframe') === null, []);
      await sleep(AWAY_MS[mode]);
      await tab.click(into);
      await status('joined');
    }
  });

  step('leave', async () => {
    await (await app()).click(leave);
    await status('left');
  });

  step('noise', async () => {
    await sleep(SILENCE_MS);
    expect(noiseOf(reports, mode)).toEqual([]);
  });

  afterAll(async () => {
    await driver.reset();
    await served?.stop();
  });
}

const hasScript = ({ folder }: Example, name: string): boolean =>
  name in (JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { scripts: object }).scripts;

/** Builds an example with stubs of some entries, and returns how many bytes the page with the meeting loads first. */
async function weigh(example: Example, stubbed: readonly PageEntry[]): Promise<number> {
  const restore = await stubPackage(example.folder, stubbed);
  try {
    await must('npm', ['run', 'build'], example.folder);
    const { url, stop } = await serve(example, example.production);
    try {
      return await firstLoad(url + (example.meeting ?? example.start));
    } finally {
      await stop();
    }
  } finally {
    await restore();
  }
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
