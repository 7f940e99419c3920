import type { BrowserContext, Page } from 'playwright';
import { SDK_ERRORS } from '../support/harness.ts';

/** More errors that the SDK leaves unhandled in its frame: its media threads fail when no media server answers. */
const NOISE = [
  ...SDK_ERRORS,
  /^uncaught: net thread init error$/,
  /^uncaught: (true|false)(\|(true|false))+$/,
];

/** An entry of Storybook's `index.json`. */
export interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
}

const TIMEOUT_MS = 60_000;

/** What Storybook reports when a story or a page of docs is done, and its result. */
interface Outcome {
  event: string;
  detail: unknown;
}

interface Report {
  type: string;
  status: string;
  result?: { violations?: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] };
}

/**
 * A page of the browser that visits one entry after another. A new page for each entry would compile everything
 * again.
 */
export class Visitor {
  readonly #page: Page;
  readonly #base: string;
  #problems: string[] = [];
  #tell: (outcome: Outcome) => void = () => {};

  static async open(context: BrowserContext, base: string): Promise<Visitor> {
    const visitor = new Visitor(await context.newPage(), base);
    await visitor.#page.exposeFunction('tellOutcome', (event: string, detail: unknown) =>
      visitor.#tell({ event, detail }),
    );
    await visitor.#page.addInitScript(LISTEN);
    return visitor;
  }

  private constructor(page: Page, base: string) {
    this.#page = page;
    this.#base = base;
    watch(page, (problem) => this.#problems.push(problem));
  }

  /** Opens the entry, waits for its play function, and returns what is wrong with the entry. */
  async visit({ id, type }: Entry): Promise<string[]> {
    const outcome = new Promise<Outcome>((resolve) => {
      this.#tell = resolve;
      setTimeout(
        () => resolve({ event: `not done within ${TIMEOUT_MS / 1000} s`, detail: '' }),
        TIMEOUT_MS,
      ).unref();
    });
    // Leave the previous entry first, because it may still report problems.
    await this.#page.goto('about:blank');
    this.#problems = [];
    await this.#page.goto(`${this.#base}iframe.html?id=${id}&viewMode=${type}`);
    const verdict = judge(await outcome);
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await this.#page.screenshot({ path: `${folder}/${id}.png` });
    return [...this.#problems, ...verdict];
  }
}

/** Reports what a page must not do: log errors, throw, request a missing file, or request anything from outside. */
export function watch(page: Page, tell: (problem: string) => void): void {
  const note = (problem: string) => {
    if (!NOISE.some((noise) => noise.test(problem))) tell(problem);
  };
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // If a simulated meeting can't be reached, the failed request is for the URL of a blob that no longer exists.
    const isPractice = message.location().url.startsWith('blob:');
    if (message.type() === 'error' && !isPractice) note(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== 'localhost') note(`asked for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} for ${response.url()}`);
  });
}

/**
 * Listens from before the first event, because Storybook renders, plays and checks as soon as its page is loaded.
 */
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

/** Returns what Storybook itself found: whether the play function failed, and what axe reported. */
function judge({ event, detail }: Outcome): string[] {
  if (event === 'docsRendered') return [];
  if (event !== 'storyFinished') return [`${event}: ${JSON.stringify(detail)}`];
  const { status, reporters } = detail as { status: string; reporters: Report[] };
  const axe = reporters.find(({ type }) => type === 'a11y');
  const findings = (axe?.result?.violations ?? []).flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe, ${id}: ${String(target)} ${failureSummary}`),
  );
  if (axe === undefined) findings.push('axe did not run');
  // What the play function threw is also in the console.
  if (status !== 'success' && findings.length === 0) findings.push('its play function failed');
  return findings;
}
