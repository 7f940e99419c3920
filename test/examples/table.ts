import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An app in `examples/`, and how a visitor gets about in it. */
export interface Example {
  readonly name: string;
  readonly folder: string;
  /** The page from which the visitor starts. */
  readonly start: string;
  /** The page with the meeting. Without one, the meeting is on the page `start`, and `into` shows it. */
  readonly meeting: string | undefined;
  /** What the visitor clicks to get to the meeting, to get away from it, and to leave it. */
  readonly into: string;
  readonly outOf: string;
  readonly leave: string;
  /** Whether the app is in a frame of the page. `into` and `outOf` are in the page. */
  readonly isFramed: boolean;
  /** How many servers it has: at the port that it is told, and at those after it. */
  readonly servers: number;
  /** How often the visitor goes away from the meeting and comes back. */
  readonly returns: number;
  /** The npm scripts that run at the same time, of the built app and while it is developed. */
  readonly production: readonly string[];
  readonly development: readonly string[];
}

const USUAL: Omit<Example, 'name' | 'folder'> = {
  start: '/',
  meeting: '/meeting',
  into: 'a[href^="/meeting"]',
  outOf: 'a[href="/"]',
  leave: 'button:not([data-zoom-join] *, [aria-expanded])',
  isFramed: false,
  servers: 1,
  returns: 5,
  production: ['start'],
  development: ['dev'],
};

/** One page, with a button that shows and hides the meeting. */
const ON_ONE_PAGE: Partial<Example> = {
  meeting: undefined,
  into: 'button[aria-expanded="false"]',
  outOf: 'button[aria-expanded="true"]',
};

/** What is special about some examples. The others are as {@link USUAL} says. */
const SPECIAL: Readonly<Record<string, Partial<Example>>> = {
  express: ON_ONE_PAGE,
  fastify: ON_ONE_PAGE,
  'hono-workers': ON_ONE_PAGE,
  'import-map': ON_ONE_PAGE,
  lms: { isFramed: true, servers: 2 },
  // Next.js keeps the last few pages that were left, hidden.
  'next-app': { returns: 20 },
  'vite-react-18': ON_ONE_PAGE,
  'zoom-sample-endpoint': ON_ONE_PAGE,
};

/** What most people use. `npm test` builds these, and opens what was built. */
const CORE = ['vite-react-19', 'next-app', 'webpack'];

const folderOf = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

export const EXAMPLES: readonly Example[] = readdirSync(folderOf(''))
  .filter((name) => existsSync(`${folderOf(name)}/package.json`))
  .map((name) => ({ ...USUAL, ...SPECIAL[name], name, folder: folderOf(name) }));

/** Whether only the core is run, as `npm test` does, which has little time. */
export const isQuick = process.env['EXAMPLES'] === 'core';

/** An example in one of its two modes. */
export interface Run {
  readonly example: Example;
  readonly mode: 'production' | 'development';
}

/**
 * Returns what is to be run.
 *
 * @param words Separated by spaces. An example is run if its name contains one of them. `core` stands for those that
 *   most people use. Default: all.
 * @throws {Error} if there is no such example
 */
export function chosen(words = process.env['EXAMPLES'] ?? ''): Run[] {
  const wanted = words.split(' ').filter((word) => word !== '');
  const isWanted = ({ name }: Example) =>
    wanted.length === 0 ||
    wanted.some((word) => (word === 'core' ? CORE.includes(name) : name.includes(word)));
  const runs = EXAMPLES.filter(isWanted).flatMap((example): Run[] => [
    { example, mode: 'production' },
    ...(isQuick ? [] : [{ example, mode: 'development' } as const]),
  ]);
  if (runs.length > 0) return runs;
  throw new Error(
    `No example is called so: ${words}. There are ${EXAMPLES.map(({ name }) => name).join(', ')}.`,
  );
}
