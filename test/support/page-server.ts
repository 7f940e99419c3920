import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { createSignatureHandler, toNodeListener } from '../../src/server/index.ts';
import { type FixtureReact, fixtureDir, REACTS } from './fixture-apps.ts';

const SDK_FILES = fileURLToPath(new URL('../../node_modules/@zoom/meetingsdk/dist/', import.meta.url));

/** A violation of a Content-Security-Policy, as browsers report it. */
export interface CspReport {
  'effective-directive': string;
  'blocked-uri': string;
  'source-file'?: string;
  'script-sample'?: string;
}

/** Serves the fixture apps, each under its React's name, with a signature endpoint built on `./server`. */
export class PageServer {
  readonly #server: Server;
  /** Answers a request to the signature endpoint itself by returning true: for faults. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Sent with every answer, the pages' among them. */
  headers: Readonly<Record<string, string>> = {};
  /** What browsers reported to `/csp-report`. */
  reports: CspReport[] = [];
  readonly #apps = new Map(REACTS.map((react) => [react, sirv(fixtureDir(react), { dev: true })]));

  private constructor() {
    const sdk = sirv(SDK_FILES, { dev: false });
    const sign = toNodeListener(
      createSignatureHandler({
        sdkKey: 'fixture-key',
        sdkSecret: 'fixture-secret-of-some-length-000000',
        authorize: (_request, ask) => ({ meetingNumber: ask.meeting }),
      }),
    );
    this.#server = createServer((request, response) => {
      response.setHeaders(new Map(Object.entries(this.headers)));
      const [, first = '', ...rest] = (request.url ?? '/').split('/');
      const notFound = () => void response.writeHead(404).end();
      if (request.url === '/csp-report') return void this.#note(request, response);
      if (request.url === '/api/signature') {
        return void (this.intercept?.(request, response) || sign(request, response));
      }
      request.url = `/${rest.join('/')}`;
      if (first === 'zoom-sdk') return sdk(request, response, notFound);
      const app = this.#apps.get(first as FixtureReact);
      return app === undefined ? notFound() : app(request, response, notFound);
    });
  }

  static async start(): Promise<PageServer> {
    const pages = new PageServer();
    await new Promise<void>((resolve) => pages.#server.listen(0, 'localhost', resolve));
    return pages;
  }

  url(react: FixtureReact): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/${react}/`;
  }

  async #note(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.reports.push((JSON.parse(body) as { 'csp-report': CspReport })['csp-report']);
    response.writeHead(204).end();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
