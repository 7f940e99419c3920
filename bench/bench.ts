import { WITHOUT_OPTIMIZERS } from '../test/support/memory.ts';
import { type BenchApp, buildApp, compressApp } from './build.ts';
import { costOfEvent } from './events.ts';
import { costOfGuard, type GuardCost } from './guard.ts';
import { type Bench, CONTENDERS, type Contender, SIGNATURE_MS, startBench } from './harness.ts';
import { growth } from './memory.ts';
import { countRemounts } from './remounts.ts';
import { CPU_THROTTLING, openAndIdle, openAndJoin, openAndPrepare } from './start.ts';
import { ms, type Spread, spread } from './stats.ts';
import { atMost, printTable, type Row } from './table.ts';
import { scriptsOf } from './weight.ts';

/**
 * `npm run bench`: compares this component with the hand-written integration. Both alternate within one run and use
 * the same stand-in for Zoom's servers over TLS. Absolute times depend on the machine; compare the ratios.
 * `run.mjs` lists the flags.
 */
const has = (flag: string) => process.argv.includes(`--${flag}`);
/** How long an app may take to find out who somebody is, and which meeting they are to join, in ms. */
const APP_MS = 1_000;

const PARTS = ['start', 'memory', 'events', 'guard', 'remounts', 'line'] as const;
const wanted = PARTS.filter(has);
const [runs = has('quick') ? 3 : 15] = process.argv.filter((arg) => /^\d+$/.test(arg)).map(Number);
const remounts = has('quick') ? 3 : 12;
const meetings = has('quick') ? 10 : 50;

const mega = (value: number) => (value / 1e6).toFixed(1);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
type Pair<T> = Record<Contender, T>;

const sections: Record<(typeof PARTS)[number], () => Promise<Row[]>> = {
  start,
  memory,
  events,
  guard,
  remounts: remount,
  line,
};
const firstBytes = async (app: BenchApp) => (await scriptsOf(app)).first.size;
const WITHOUT_ZOOM: Pair<BenchApp> = { 'hand-written': 'plain-18.2', ours: 'plain-19' };
const bytes = {
  plain18: await firstBytes(WITHOUT_ZOOM['hand-written']),
  plain19: await firstBytes(WITHOUT_ZOOM.ours),
  byHand: await firstBytes('hand-written'),
  ours: await firstBytes('ours'),
};
for (const app of ['prepared', 'ours-self-hosted', 'ours-rendered', 'prepared-self-hosted'] as const)
  await buildApp(app);
const rows: Row[] = [weight()];
for (const part of PARTS) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  const started = Date.now();
  rows.push(...(await sections[part]()));
  console.log(`${part}: ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log(
  `\nMedian of ${runs} (min–max). Until it has joined: CPU throttled ${CPU_THROTTLING}×, signature after ${SIGNATURE_MS} ms, cold cache\n`,
);
printTable(rows);
process.exit(0);

function weight(): Row {
  const byHand = bytes.byHand - bytes.plain18;
  const ours = bytes.ours - bytes.plain19;
  return {
    name: 'first script, over the same app without Zoom (gzip)',
    byHand: `+${kB(byHand)}`,
    ours: `+${kB(ours)}`,
    ratio: ours / byHand,
    goal: { text: '≤ +3.25 kB', isMet: ours <= 3_250 },
  };
}

async function start(): Promise<Row[]> {
  const bench = await startBench();
  const values = new Map<string, number[]>();
  const note = (name: string, app: Contender, value: number) => {
    const key = `${name} ${app}`;
    values.set(key, [...(values.get(key) ?? []), value]);
  };
  const slow = { signature: SIGNATURE_MS, throttling: CPU_THROTTLING };
  // The first round warms the operating system's caches and does not count.
  for (let run = 0; run <= runs; run += 1) {
    for (const app of CONTENDERS) {
      const now = await openAndJoin(bench, app, slow);
      const idle = await openAndIdle(bench, app, app === 'hand-written');
      for (const [name, value] of Object.entries({ ...now, ...idle })) note(name, app, value);
      note('readyWithout', app, (await openAndIdle(bench, WITHOUT_ZOOM[app], false)).ready);
      // Without throttling, this measurement varies less.
      const late = await openAndJoin(bench, app, { signature: SIGNATURE_MS, throttling: 1 });
      const early = await openAndJoin(bench, app, { signature: 0, throttling: 1 });
      note('late', app, late.joined - early.joined);
    }
    note('joinedHosted', 'ours', (await openAndJoin(bench, 'ours-self-hosted', slow)).joined);
    for (const preload of ['intent', 'mount'] as const) {
      note(preload, 'ours', await openAndPrepare(bench, 'prepared', preload));
      note(`${preload}Hosted`, 'ours', await openAndPrepare(bench, 'prepared-self-hosted', preload));
    }
    if (run === 0) values.clear();
  }
  await bench.stop();
  const of = (name: string, app: Contender): Spread => spread(values.get(`${name} ${app}`) ?? []);
  const row = (name: string, ours: string, limit?: number, byHand = ours): Row => {
    const [hand, own] = [of(byHand, 'hand-written'), of(ours, 'ours')];
    const ratio = own.median / hand.median;
    return {
      name,
      byHand: ms(hand),
      ours: ms(own),
      ...(limit === undefined ? { ratio } : atMost(limit, ratio)),
    };
  };
  return [
    row('first paint of a page that does not join yet', 'firstPaint'),
    row('its blocking time', 'blocking'),
    row('page ready', 'ready', 0.18),
    row('… of the same app without Zoom', 'readyWithout'),
    row('opening the page → joined, click at once', 'joined', 0.75),
    row('… SDK self-hosted with zoomSdkAssets()', 'joinedHosted', 0.75, 'joined'),
    row('opening the page → the meeting is seen', 'seen'),
    row('click → joined, preload="intent" (by hand: SDK loaded)', 'intent', 1, 'clickToJoined'),
    row('… SDK self-hosted', 'intentHosted', 1, 'clickToJoined'),
    row('click → joined, preload="mount" (by hand: SDK loaded)', 'mount', 0.8, 'clickToJoined'),
    row('… SDK self-hosted', 'mountHosted', 0.8, 'clickToJoined'),
    row(`later by a signature of ${SIGNATURE_MS} ms (not throttled)`, 'late'),
  ];
}

/** Runs both at once, each in its own browser, because `measure` measures no times. */
async function inParallel<T>(
  args: readonly string[],
  measure: (bench: Bench, app: Contender) => Promise<T>,
): Promise<Pair<T>> {
  const [byHand, ours] = await Promise.all(
    CONTENDERS.map(async (app) => {
      const bench = await startBench(args);
      const measured = await measure(bench, app);
      await bench.stop();
      return measured;
    }),
  );
  return { 'hand-written': byHand as T, ours: ours as T };
}

async function memory(): Promise<Row[]> {
  const grown = await inParallel([WITHOUT_OPTIMIZERS], (bench, app) => growth(bench, app, meetings));
  const heap = (app: Contender) => grown[app].after.heap / grown[app].before.heap - 1;
  const nodes = (app: Contender) => grown[app].after.nodes - grown[app].before.nodes;
  const told = (app: Contender) => {
    const { before, after } = grown[app];
    return `${heap(app) < 0 ? '' : '+'}${(heap(app) * 100).toFixed(1)} % (${mega(before.heap)} → ${mega(after.heap)} MB)`;
  };
  return [
    {
      name: `heap after ${meetings} meetings`,
      byHand: told('hand-written'),
      ours: told('ours'),
      goal: { text: '< +5 %', isMet: heap('ours') < 0.05 },
    },
    {
      name: `DOM nodes after ${meetings} meetings`,
      byHand: `+${nodes('hand-written')}`,
      ours: `+${nodes('ours')}`,
      goal: { text: '+0', isMet: nodes('ours') === 0 },
    },
  ];
}

async function events(): Promise<Row[]> {
  const bench = await startBench();
  const own: number[] = [];
  const found: Row[] = [];
  for (const people of [10, 100, 1_000]) {
    const byHand = await costOfEvent(bench, 'hand-written', people);
    const ours = await costOfEvent(bench, 'ours', people);
    own.push(ours.own);
    found.push({
      name: `an event among ${people} people, the SDK’s part included`,
      byHand: `${byHand.total.toFixed(2)} ms`,
      ours: `${ours.total.toFixed(2)} ms, ours of it ${(ours.own * 1000).toFixed(0)} µs`,
      ratio: ours.total / byHand.total,
      // An increase of up to a fifth may be chance.
      ...(people === 10
        ? {}
        : { goal: { text: 'ours does not grow', isMet: ours.own <= 1.2 * (own[0] ?? 0) } }),
    });
  }
  await bench.stop();
  return found;
}

async function guard(): Promise<Row[]> {
  const bench = await startBench();
  const found: Row[] = [];
  for (const people of [2, 1_000]) {
    const costs: GuardCost[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const cost = await costOfGuard(bench, people);
      if (run > 0) costs.push(cost);
    }
    const took = spread(costs.map((cost) => cost.guard));
    const share = spread(costs.map((cost) => cost.guard / cost.joined)).median;
    found.push({
      name: `the guard of the secrets, while joining ${people} people`,
      byHand: '–',
      ours: `${took.median.toFixed(1)} ms, ${(share * 100).toFixed(2)} % of the join`,
      goal: { text: '≤ 1 %', isMet: share <= 0.01 },
    });
  }
  await bench.stop();
  return found;
}

async function remount(): Promise<Row[]> {
  const shown = await inParallel([], (bench, app) => countRemounts(bench, app, remounts));
  return [
    {
      name: 'remounts that show the meeting',
      byHand: `${shown['hand-written']} of ${remounts}`,
      ours: `${shown.ours} of ${remounts}`,
      goal: { text: 'all', isMet: shown.ours === remounts },
    },
  ];
}

/**
 * The SDK comes from the app's own server over a line of 10 Mbit/s, compressed. This part compresses the apps for good,
 * so it is the last one.
 */
async function line(): Promise<Row[]> {
  const apps = ['hand-written', 'ours-self-hosted', 'ours-rendered'] as const;
  for (const app of apps) await compressApp(app);
  const bench = await startBench();
  const measured = new Map<string, number[]>();
  for (let run = 0; run <= runs; run += 1) {
    for (const app of apps) {
      for (const click of [0, APP_MS]) {
        const conditions = { signature: SIGNATURE_MS, throttling: 1, line: 10, click };
        const { joined } = await openAndJoin(bench, app, conditions);
        const key = `${app} ${click}`;
        if (run > 0) measured.set(key, [...(measured.get(key) ?? []), joined]);
      }
    }
  }
  await bench.stop();
  const times = (app: BenchApp, click: number) => spread(measured.get(`${app} ${click}`) ?? []);
  const row = (name: string, app: BenchApp, click: number): Row => {
    const [byHand, ours] = [times('hand-written', click), times(app, click)];
    return { name, byHand: ms(byHand), ours: ms(ours), ratio: ours.median / byHand.median };
  };
  const RENDERED = '… rendered by a server, which names the SDK’s scripts';
  return [
    row('opening the page → joined at 10 Mbit/s (CPU not throttled), SDK self-hosted', 'ours-self-hosted', 0),
    row(RENDERED, 'ours-rendered', 0),
    row(`the same in an app that takes ${APP_MS} ms before it joins`, 'ours-self-hosted', APP_MS),
    row(RENDERED, 'ours-rendered', APP_MS),
  ];
}
