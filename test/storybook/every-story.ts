import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { launchOptions, SHORT_LIVED, WINDOW } from '../support/chromium.ts';
import { isAll } from '../support/is-all.ts';
import { operate } from './manager.ts';
import { serveStorybook } from './static-server.ts';
import { type Entry, Visitor } from './visit.ts';

/** The number of pages at once: a meeting keeps one core busy for a second or two, and many stories wait. */
const PAGES = 3;

const wanted = process.argv[2] ?? '';
const { entries } = JSON.parse(await readFile('storybook-static/index.json', 'utf8')) as {
  entries: Record<string, Entry>;
};
const named = Object.values(entries).filter(({ id }) => id.includes(wanted));
const chosen = named.filter((entry, at) => isAll || wanted !== '' || !isVariant(entry, at));
if (chosen.length === 0) throw new Error(`No story's id has "${wanted}" in it.`);
const started = Date.now();
const good = { story: 0, docs: 0, window: 0 };

const server = await serveStorybook();
const browser = await chromium.launch(
  launchOptions([
    // The browser resolves no name except localhost, so there is no network.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    SHORT_LIVED,
  ]),
);
try {
  const context = await browser.newContext({ ...WINDOW, viewport: { width: 1280, height: 800 } });
  const queue = [...chosen];
  const work = async (): Promise<void> => {
    const visitor = await Visitor.open(context, server.url);
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      count(entry.type, `${entry.title} / ${entry.name} (${entry.id})`, await visitor.visit(entry));
    }
  };
  await Promise.all([
    operate(context, server.url).then((problems) => count('window', 'Toolbar and panel', problems)),
    ...Array.from({ length: PAGES }, work),
  ]);
} finally {
  await browser.close();
  await server.stop();
}

if (chosen.length < named.length)
  console.log(`${named.length - chosen.length} variants are left to npm run test:all`);
const stories = chosen.filter(({ type }) => type === 'story').length;
const pages = chosen.length - stories;
console.log(`${pages} pages of documentation: ${good.docs} as they should be`);
console.log(
  `${stories} stories: ${good.story} as they should be (${Math.round((Date.now() - started) / 1000)} s)`,
);
if (good.story < stories || good.docs < pages || good.window < 1) process.exitCode = 1;

/**
 * Which of the stories with one title are opened by `npm test`: those of failures show the same screen with other words,
 * the others vary one thing. `npm run test:all` opens all of them.
 */
function isVariant({ title, type }: Entry, at: number): boolean {
  const group = named.filter((one) => one.title === title).length;
  return type === 'story' && group > 4 && at % (title === 'Life of a meeting/Failed' ? 4 : 2) > 0;
}

function count(kind: keyof typeof good, name: string, problems: readonly string[]): void {
  if (problems.length === 0) good[kind] += 1;
  // The first lines are enough. The rest is a stack of minified code.
  else
    console.error(`✗ ${name}\n${problems.map((text) => text.split('\n').slice(0, 3).join('\n')).join('\n')}`);
}
