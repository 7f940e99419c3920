import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CDPSession, chromium, type Page } from 'playwright';
import sirv from 'sirv';
import { createSignature } from '../src/server/index.ts';
import { launchOptions } from '../test/support/chromium.ts';
import { ZoomServer } from '../test/support/zoom-server.ts';
import { BENCH_APPS, type BenchApp, distOf } from './build.ts';

/** The hand-written integration on React 18.2, and this component on React 19. */
export const CONTENDERS = ['hand-written', 'ours'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** How long the endpoint takes to return a signature, unless the page asks for another time. */
export const SIGNATURE_MS = 300;

declare global {
  interface Window {
    /** How much long tasks took beyond 50 ms each since the page was opened, and when the last one ended. In ms. */
    blocking: { total: number; until: number };
  }
}

export interface BenchPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

export interface Conditions {
  /** How many times slower the page's CPU is. Default: 1. */
  readonly throttling?: number;
  /** How fast the page's line is, in Mbit/s. It then also takes 40 ms to the server and back. Default: no limit. */
  readonly line?: number | undefined;
  /** Runs in each of the page's frames before any other script. */
  readonly prepare?: () => void;
}

/** A browser, the built apps, and a stand-in for Zoom's servers over TLS. */
export interface Bench {
  readonly zoom: ZoomServer;
  /** Opens a new page with an empty cache. `asks`: its hash. */
  open(app: BenchApp, asks?: string, conditions?: Conditions): Promise<BenchPage>;
  stop(): Promise<void>;
}

/** @param args Additional arguments for Chromium. */
export async function startBench(args: readonly string[] = []): Promise<Bench> {
  const zoom = await ZoomServer.start();
  zoom.reset();
  const pages = await serve();
  const browser = await chromium.launch(launchOptions([...zoom.chromiumArgs, ...args], { isMeasured: true }));
  const { port } = pages.address() as AddressInfo;
  return {
    zoom,
    async open(app, asks = '', { throttling = 1, line, prepare } = {}) {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const page = await context.newPage();
      await page.addInitScript(watchBlocking);
      if (prepare) await page.addInitScript(prepare);
      const cdp = await context.newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttling });
      if (line !== undefined) {
        const bytesPerSecond = (line * 1e6) / 8;
        await cdp.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 40,
          downloadThroughput: bytesPerSecond,
          uploadThroughput: bytesPerSecond,
        });
      }
      await page.goto(`http://localhost:${port}/${app}/#${asks}`);
      return { page, cdp, close: () => context.close() };
    },
    async stop() {
      await browser.close();
      await zoom.stop();
      pages.close();
    },
  };
}

function watchBlocking(): void {
  if (window !== window.parent) return;
  window.blocking = { total: 0, until: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      window.blocking.total += duration - 50;
      window.blocking.until = startTime + duration;
    }
  }).observe({ type: 'longtask', buffered: true });
}

async function serve(): Promise<Server> {
  const apps = new Map<string, ReturnType<typeof sirv>>(
    BENCH_APPS.map((app) => [app, sirv(distOf(app), { dev: false, gzip: true })]),
  );
  const signature = await createSignature({
    sdkKey: 'bench',
    sdkSecret: 'bench-secret-of-some-length-000000000',
    meetingNumber: '12345678901',
    role: 0,
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/api/signature') {
      const ms = Number(searchParams.get('signature') ?? SIGNATURE_MS);
      setTimeout(() => response.end(JSON.stringify({ signature })), ms);
      return;
    }
    const [, first = '', ...rest] = pathname.split('/');
    request.url = `/${rest.join('/')}`;
    const notFound = () => void response.writeHead(404).end();
    const send = apps.get(first);
    if (send === undefined) notFound();
    else send(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}
