import { readFile } from 'node:fs/promises';
import { type BrowserContext, chromium } from 'playwright';
import { launchOptions } from '../support/chromium.ts';
import { serveStorybook } from './static-server.ts';
import { type Entry, Visitor } from './visit.ts';

/** Pages at once: a meeting keeps one core and a half busy for two seconds, and some stories wait. */
const PAGES = Number(process.env['PAGES'] ?? 2);

const filter = process.argv[2] ?? '';
const index = JSON.parse(await readFile('storybook-static/index.json', 'utf8')) as {
  entries: Record<string, Entry>;
};
const entries = Object.values(index.entries).filter(({ id }) => id.includes(filter));
const server = await serveStorybook();
// No name but localhost is resolved: there is no network.
const browser = await chromium.launch(
  launchOptions(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']),
);
const started = Date.now();
const good = { story: 0, docs: 0 };
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await Promise.all(Array.from({ length: PAGES }, () => work(context)));
} finally {
  await browser.close();
  await server.stop();
}

const count = (type: Entry['type']) =>
  Object.values(index.entries).filter((entry) => entry.type === type && entry.id.includes(filter)).length;
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${count('docs')} pages of documentation: ${good.docs} as they should be`);
console.log(`${count('story')} stories: ${good.story} as they should be`);
if (good.story < count('story') || good.docs < count('docs')) process.exitCode = 1;

async function work(context: BrowserContext): Promise<void> {
  const visitor = await Visitor.open(context, server.url);
  for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
    const began = Date.now();
    const problems = await visitor.visit(entry);
    if (problems.length === 0) good[entry.type] += 1;
    else console.error(`✗ ${entry.title} / ${entry.name} (${entry.id})\n  ${problems.join('\n  ')}`);
    if (process.env['VERBOSE']) console.log(`${entry.id} ${Date.now() - began} ms`);
  }
}
