import type { BrowserContext, Page } from 'playwright';
import { SDK_NOISE } from '../support/harness.ts';

/** A rejection with a plain object, once more: Playwright words it so where the page is a module's. */
const NOISE = [...SDK_NOISE, /^uncaught: Object$/];

/** An entry of Storybook's `index.json`. */
export interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
}

const TIMEOUT_MS = 60_000;

/** What Storybook says when a story or a page of docs is done, and how it went. */
interface Outcome {
  event: string;
  detail: unknown;
}

interface Report {
  type: string;
  status: string;
  result?: { violations?: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] };
}

/** Opens one entry in a page of its own and returns what is wrong with it. */
export async function visit(context: BrowserContext, base: string, entry: Entry): Promise<string[]> {
  const page = await context.newPage();
  const problems = watch(page);
  try {
    const outcome = new Promise<Outcome>((resolve) => {
      void page.exposeFunction('tellOutcome', (event: string, detail: unknown) => resolve({ event, detail }));
      setTimeout(
        () => resolve({ event: `nothing within ${TIMEOUT_MS / 1000} s`, detail: '' }),
        TIMEOUT_MS,
      ).unref();
    });
    await page.addInitScript(LISTEN);
    await page.goto(`${base}iframe.html?id=${entry.id}&viewMode=${entry.type}`);
    problems.push(...judge(await outcome));
    const screenshots = process.env['SCREENSHOTS'];
    if (screenshots !== undefined) await page.screenshot({ path: `${screenshots}/${entry.id}.png` });
  } finally {
    await page.close();
  }
  return problems;
}

/** Collects what a page must not do: log errors, throw, ask for anything from outside. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!NOISE.some((noise) => noise.test(problem))) problems.push(problem);
  };
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== 'localhost') note(`asked for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} for ${response.url()}`);
  });
  return problems;
}

/** Listens from before the first event: Storybook renders, plays and checks as soon as its page is there. */
const LISTEN = `
  let channel;
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (given) => {
      channel = given;
      for (const event of ['storyFinished', 'docsRendered', 'storyErrored', 'storyThrewException', 'storyMissing', 'configError']) {
        channel.on(event, (detail) => window.tellOutcome(event, detail));
      }
    },
  });
`;

/** Storybook's own verdict: the play function went through and axe found nothing. */
function judge({ event, detail }: Outcome): string[] {
  if (event === 'docsRendered') return [];
  if (event !== 'storyFinished') return [`${event}: ${JSON.stringify(detail)}`];
  const { status, reporters } = detail as { status: string; reporters: Report[] };
  const axe = reporters.find(({ type }) => type === 'a11y');
  const findings = (axe?.result?.violations ?? []).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe, ${id}: ${String(target)} ${failureSummary}`),
  );
  if (axe === undefined) findings.push('axe did not run');
  // What the play function threw is in the console, too.
  if (status !== 'success' && findings.length === 0) findings.push('its play function failed');
  return findings;
}
