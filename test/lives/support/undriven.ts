import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fixtureDir } from '../../support/fixture-apps.ts';
import type { World } from './world.ts';

const PATIENT = { timeout: 30_000 };

/** Pages in a browser without a driver. Each page asks the server what to do, and reports the result. */
export interface Undriven {
  /** Runs a function in the page that asks next. The function is sent as text. */
  tellTo(run: () => unknown): Promise<void>;
  /** Does the same, and resolves to the function's result. */
  ask<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  /** Resolves to what a page reports next. */
  hear(): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * The script in each page. A page that is being left must not ask again, so a function that leaves the page must
 * wait for what comes after.
 */
const ASK = `<!doctype html><link rel="icon" href="data:,"><script type="module">
  for (;;) {
    const code = await (await fetch('/order')).text();
    const told = await (0, eval)(code);
    await fetch('/told', { method: 'POST', body: JSON.stringify(told ?? null) });
  }
</script>`;

/** The path of a page without the app. */
export const ELSEWHERE = '/elsewhere';

/**
 * Opens `path`, which is that of the fixture app or {@link ELSEWHERE}.
 *
 * @param app The path, with its query, at which the fixture app asks what to do.
 */
export async function visit({ pages, ...world }: World, path: string, app?: string): Promise<Undriven> {
  const fixture = await readFile(join(fixtureDir('react-19'), 'index.html'), 'utf8');
  const served = new Map([
    [ELSEWHERE, ASK],
    [app, ASK + fixture],
  ]);
  const told: unknown[] = [];
  const asking: ServerResponse[] = [];
  pages.interceptFile = (request, response) => {
    const page = served.get(request.url) ?? served.get(request.url?.split('?')[0]);
    if (page !== undefined) response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    else if (request.url === '/order') asking.push(response);
    else if (request.url === '/told') void read(request).then((body) => told.push(body) && response.end());
    else return false;
    // These answers must not be cached, so that a reloaded page asks again.
    if (page === undefined) response.setHeader('cache-control', 'no-store');
    return true;
  };
  const close = await world.visit(new URL(path, pages.url('react-19')).href);

  const tellTo = async (run: () => unknown) => {
    await expect.poll(() => asking.length, { ...PATIENT, message: 'pages that ask what to do' }).toBe(1);
    asking.pop()?.end(`(${String(run)})()`);
  };
  const hear = async () => {
    await expect.poll(() => told.length, { ...PATIENT, message: 'what pages have told' }).toBeGreaterThan(0);
    return told.shift();
  };
  return {
    tellTo,
    hear,
    async ask<Result>(run: () => Result | Promise<Result>) {
      await tellTo(run);
      return (await hear()) as Result;
    },
    async close() {
      await close();
      pages.interceptFile = undefined;
    },
  };
}

async function read(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body);
}
