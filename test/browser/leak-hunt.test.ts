import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hunt, MEETINGS, openHunt, playMeeting } from '../leaks/meetings.ts';
import type { Findings, Places } from '../leaks/places.ts';
import { SECRET_NAMES, SECRETS, type SecretName, secretsIn } from '../leaks/secrets.ts';
import { type Harness, sharedHarness } from '../support/harness.ts';
import { hasSentLog, switchLoggingOn } from '../support/switch-logging-on.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());

/**
 * What the SDK itself sends to Zoom and the browser records. docs/security.md explains why, under the same names.
 */
const EXPLAINED: Readonly<Record<string, readonly SecretName[]>> = {
  'URLs of requests to Zoom': ['number'],
  'resource timings of the frame': ['number'],
};

/** How often each secret was found in each place. */
const counts = new Map<string, Map<SecretName, number>>();
const leaks: string[] = [];

function count(findings: Findings, when: string): void {
  for (const [place, text] of Object.entries(findings)) {
    const row = counts.get(place) ?? new Map<SecretName, number>();
    counts.set(place, row);
    for (const name of secretsIn(text)) {
      row.set(name, (row.get(name) ?? 0) + 1);
      if (!EXPLAINED[place]?.includes(name)) leaks.push(`${name} in ${place}, ${when}`);
    }
  }
}

function table(): string {
  const width = Math.max(...[...counts.keys()].map((place) => place.length));
  const line = (place: string, cells: readonly unknown[]) =>
    [place.padEnd(width), ...cells.map((cell) => String(cell).padStart(9))].join(' ');
  const rows = [...counts].map(([place, row]) =>
    line(
      place,
      SECRET_NAMES.map((name) => row.get(name) ?? 0),
    ),
  );
  return [line('', SECRET_NAMES), ...rows].join('\n');
}

describe('what opens the meeting', () => {
  it.each(MEETINGS)('does not leak in a %s’s meeting: %s', async (role, name) => {
    const before = leaks.length;
    const { hunt } = await openHunt(harness, role, async (step, places) => {
      count(await places.search(), `${role}, ${name}, ${step}`);
    });
    await hunt.look('before');
    await playMeeting(hunt, name);
    expect(leaks.slice(before)).toEqual([]);
    for (const page of hunt.openPages()) {
      const stored = await page.evaluate(async () => [
        Object.keys(sessionStorage),
        Object.keys(localStorage),
        await window.stores.databases(),
      ]);
      expect(stored).toEqual([[], [], []]);
    }
    await hunt.close();
  });

  it('and the whole table says so', () => {
    console.log(table());
    const docs = readFileSync('docs/security.md', 'utf8');
    for (const [place, names] of Object.entries(EXPLAINED)) {
      expect(docs).toContain(place);
      // An entry that no longer explains anything must be removed.
      for (const name of names)
        expect(counts.get(place)?.get(name), `${name} in ${place}`).toBeGreaterThan(0);
    }
    expect(counts.size).toBe(21);
  });
});

/** Takes away what keeps the frame from writing to databases. */
function letDatabasesBeWritten(): void {
  for (const name of ['add', 'put'] as const) {
    const method = IDBObjectStore.prototype[name];
    Object.defineProperty(IDBObjectStore.prototype, name, { get: () => method, set: () => {} });
  }
}

it('the search finds the SDK’s log if it is written: in the tab, in a second one, and after the first is closed', async () => {
  const seen: string[][] = [];
  const { hunt: first } = await openHunt(harness, 'guest', async (_step, tab) => {
    seen.push(secretsIn((await tab.search())['IndexedDB'] ?? ''));
  });
  await first.page.addInitScript(letDatabasesBeWritten);
  switchLoggingOn(harness.zoom);
  await first.mount();
  await first.status('joined');
  await expect.poll(() => hasSentLog(harness.zoom)).toBe(true);
  await first.openTab();
  await first.look('in both tabs');
  await first.page.close();
  await first.look('in the second tab');
  expect(seen).toEqual([['number'], ['number'], ['number']]);
  await first.close();
});

/** How to put a secret into each place, as a mistake would. */
const PLANTS: Record<string, (page: Page, secret: string) => Promise<unknown>> = {
  'DOM of the page': (page, secret) =>
    page.evaluate((text) => document.body.setAttribute('data-meeting', text), secret),
  'DOM of the frame': (page, secret) => inFrame(page, (text) => document.head.append(text), secret),
  'accessibility tree of the page': (page, secret) =>
    page.evaluate((text) => document.body.setAttribute('aria-description', text), secret),
  'accessibility tree of the frame': (page, secret) =>
    inFrame(page, (text) => document.body.append(text), secret),
  'props and state of React': (page, secret) =>
    page.evaluate((text) => window.app.mount({ title: text }), secret),
  'URL, title and history': (page, secret) =>
    page.evaluate((text) => history.replaceState({ text }, ''), secret),
  // It matches at the moment of the search: any script of the page may match something else meanwhile.
  'last match of a RegExp': (page, secret) =>
    page.evaluate((text) => {
      Object.defineProperty(RegExp, 'input', { get: () => String(/.+/.test(text)) });
    }, secret),
  cookies: (page, secret) =>
    page
      .context()
      .addCookies([{ name: 'a', value: encodeURIComponent(secret), url: page.url(), httpOnly: true }]),
  localStorage: (page, secret) =>
    page.evaluate((text) => localStorage.setItem('a', btoa(`..${text}..`)), secret),
  sessionStorage: (page, secret) => page.evaluate((text) => sessionStorage.setItem('a', text), secret),
  // The worker has an IndexedDB of its own, which nothing in the frame can guard.
  IndexedDB: (page, secret) => inFrame(page, runInWorker, `(${storeInDatabase})(${JSON.stringify(secret)})`),
  caches: (page, secret) =>
    page.evaluate(async (text) => (await caches.open('a')).put('/a', new Response(text)), secret),
  'private files': (page, secret) => page.evaluate(storeInFile, secret),
  'resource timings of the page': (page, secret) =>
    page.evaluate((text) => void performance.mark(text), secret),
  'resource timings of the frame': (page, secret) =>
    inFrame(page, (text) => void performance.mark(text), secret),
  console: (page, secret) => page.evaluate((text) => console.debug(`joining ${text}`), secret),
  'payloads of the handlers': (page, secret) =>
    page.evaluate((text) => {
      window.witness.handlers(['onChatMessage'])['onChatMessage']?.({ deep: [{ er: text }] });
    }, secret),
  errors: (page, secret) =>
    page.evaluate((text) => {
      const error = new Error('x', { cause: { reason: text } });
      window.witness.handlers(['onError'])['onError']?.(error);
    }, secret),
  'the handle': (page, secret) =>
    inFrame(
      page,
      (text) => {
        const sdk = (window as unknown as { ReactWidgets: { createClient(): Record<string, unknown> } })
          .ReactWidgets;
        // What is no plain data is passed on as it is.
        sdk.createClient()['getPinList'] = () => [
          new (class {
            text = text;
          })(),
        ];
      },
      secret,
    ),
  'requests elsewhere': (page, secret) =>
    page.evaluate((text) => fetch('/collect', { method: 'POST', body: text }).then(() => {}), secret),
  'URLs of requests to Zoom': (page, secret) =>
    page.evaluate(
      (text) => fetch(`https://log.zoom.us/x?${new URLSearchParams({ text })}`).then(() => {}),
      secret,
    ),
};

async function inFrame(
  page: Page,
  plant: (text: string) => void | Promise<void>,
  secret: string,
): Promise<void> {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame?.evaluate(plant, secret);
}

/** Runs an expression for a promise in a worker. */
function runInWorker(expression: string): Promise<void> {
  const blob = new Blob([`${expression}.then(() => postMessage(''))`]);
  const worker = new Worker(URL.createObjectURL(blob));
  return new Promise((resolve) => {
    worker.onmessage = () => resolve();
  });
}

function storeInDatabase(text: string): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('planted');
    opening.onupgradeneeded = () => opening.result.createObjectStore('a').add({ text: new Blob([text]) }, 1);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

async function storeInFile(text: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('a', { create: true });
  const file = await folder.getFileHandle('b', { create: true });
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}

describe('the search finds', () => {
  let hunt: Hunt;
  let page: Page;
  let places: Places;
  beforeAll(async () => {
    ({ hunt, places } = await openHunt(harness, 'guest', async () => {}));
    ({ page } = hunt);
    await hunt.mount();
    await hunt.status('joined');
  });
  afterAll(() => hunt.close());

  // React comes last, because it rejoins.
  const inTurn = Object.entries(PLANTS).sort(
    ([a], [b]) => Number(a.includes('React')) - Number(b.includes('React')),
  );
  it.each(inTurn)('a secret planted into: %s', async (place, plant) => {
    const before = secretsIn((await places.search())[place] ?? '');
    const fresh = SECRET_NAMES.find((name) => !before.includes(name)) ?? 'zak';
    await plant(page, SECRETS[fresh]);
    await page.waitForTimeout(50);
    expect(secretsIn((await places.search())[place] ?? '')).toContain(fresh);
  });

  it('in every place that is searched', async () => {
    expect(Object.keys(PLANTS).sort()).toEqual(Object.keys(await places.search()).sort());
  });

  it('a secret planted into a second frame', async () => {
    await page.evaluate((text) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentDocument?.body.append(text);
    }, SECRETS.tk);
    const { 'DOM of the frame': markup = '', 'accessibility tree of the frame': tree = '' } =
      await places.search();
    expect([secretsIn(markup), secretsIn(tree)]).toEqual([['tk'], ['tk']]);
  });
});
