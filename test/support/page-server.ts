import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { createSignatureHandler, toNodeListener } from '../../src/server/index.ts';
import { type FixtureReact, fixtureDir, REACTS } from './fixture-apps.ts';
import { SDK_FOLDER } from './sdk-folder.ts';

/** A violation of a Content-Security-Policy, as browsers report it. */
export interface CspReport {
  /** Where it was sent: `/csp-report`, followed by the rest of the policy's `report-uri`. */
  to: string;
  'effective-directive': string;
  'blocked-uri': string;
  'source-file'?: string;
  'script-sample'?: string;
}

/** Serves the fixture apps, each under its React's name, and a signature endpoint built on `./server`. */
export class PageServer {
  readonly #server: Server;
  /** Injects faults: it answers a request to the signature endpoint itself and returns `true`. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Does the same for every other request. `pass` answers as usual, perhaps later. */
  interceptFile:
    | ((request: IncomingMessage, response: ServerResponse, pass: () => void) => boolean)
    | undefined;
  /** The path and query of each request, in order. */
  requested: string[] = [];
  /** Headers that are sent with every response, including the pages. */
  headers: Readonly<Record<string, string>> = {};
  /** The nonce for every script, style and link of the pages, as a server adds it for a policy with nonces. */
  nonce: string | undefined;
  /** Changes the HTML of the pages after the server has set the nonces, as somebody who injects markup does. */
  inject: ((html: string) => string) | undefined;
  /** The violations that browsers reported to `/csp-report`, with any query. */
  reports: CspReport[] = [];
  readonly #apps = new Map(REACTS.map((react) => [react, sirv(fixtureDir(react), { dev: true })]));

  private constructor() {
    const sdk = sirv(SDK_FOLDER, { dev: false });
    const sign = toNodeListener(
      createSignatureHandler({
        sdkKey: 'fixture-key',
        sdkSecret: 'fixture-secret-of-some-length-000000',
        authorize: (_request, ask) => ({ meetingNumber: ask.meeting }),
      }),
    );
    this.#server = createServer((request, response) => {
      this.requested.push(request.url ?? '');
      response.setHeaders(new Map(Object.entries(this.headers)));
      const [, first = '', ...rest] = (request.url ?? '/').split('/');
      const notFound = () => void response.writeHead(404).end();
      if (request.url?.startsWith('/csp-report')) return void this.#note(request, response);
      if (request.url === '/api/signature') {
        return void (this.intercept?.(request, response) || sign(request, response));
      }
      const pass = () => {
        request.url = `/${rest.join('/')}`;
        if (first === 'zoom-sdk') return sdk(request, response, notFound);
        const app = this.#apps.get(first as FixtureReact);
        // A browser may also ask for `/favicon.ico`.
        if (app === undefined) return notFound();
        const isChanged = this.nonce !== undefined || this.inject !== undefined;
        if (isChanged && /^(\?|$)/.test(rest.join())) return void this.#page(first as FixtureReact, response);
        return app(request, response, notFound);
      };
      if (!this.interceptFile?.(request, response, pass)) pass();
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

  /** Resets everything to the state after the start. */
  reset(): void {
    this.intercept = undefined;
    this.interceptFile = undefined;
    this.requested = [];
    this.headers = {};
    this.nonce = undefined;
    this.inject = undefined;
    this.reports = [];
  }

  async #page(react: FixtureReact, response: ServerResponse): Promise<void> {
    const { nonce, inject = (html) => html } = this;
    const page = await readFile(join(fixtureDir(react), 'index.html'), 'utf8');
    response.setHeader('content-type', 'text/html');
    response.end(
      inject(nonce === undefined ? page : page.replaceAll(/<(script|style|link)/g, `<$1 nonce="${nonce}"`)),
    );
  }

  async #note(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const to = request.url ?? '';
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.reports.push({ to, ...(JSON.parse(body) as { 'csp-report': Omit<CspReport, 'to'> })['csp-report'] });
    response.writeHead(204).end();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
