import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BrowserContextOptions, Page } from 'playwright';
import type { MeetingServiceOptions } from '../../src/testing/service/meeting-service.ts';
import type { FixtureProps } from '../apps/app/main.tsx';
import type { PageServer } from '../support/page-server.ts';
import type { ZoomServer } from '../support/zoom-server.ts';

/**
 * Where a fault can be injected: the page, the signature endpoint beside it, and the stand-in for Zoom's servers.
 */
export interface World {
  readonly page: Page;
  readonly pages: PageServer;
  readonly zoom: ZoomServer;
}

/** Something that goes wrong, and what must come of it. */
export interface Fault {
  readonly name: string;
  readonly props?: FixtureProps;
  readonly meeting?: MeetingServiceOptions;
  /**
   * Whether it needs its own page with an empty cache. Default: a page that other faults have used, with the SDK's
   * files cached.
   */
  readonly isAlone?: boolean;
  /** Options for the browser context of its own page. */
  readonly browser?: BrowserContextOptions;
  /** Runs before the component is mounted. */
  readonly inject?: (world: World) => unknown;
  /** Runs in this status, on the way to the end. */
  readonly during?: readonly [status: string, act: (world: World) => unknown];
  /** The final status. `gone`: `during` unmounts the component. */
  readonly ends: 'joined' | 'waiting' | 'reconnecting' | 'left' | 'failed' | 'gone';
  /** The code of the error, if the meeting ends in `failed`. */
  readonly code?: string;
  /** Entries that the app's log must have, in this order. */
  readonly log?: readonly string[];
  /** Removes the fault. */
  readonly mend?: (world: World) => unknown;
  /** Whether the screen's button joins once the fault is mended. Default: `true` for `left` and `failed`. */
  readonly again?: boolean;
  /** What else the SDK or the browser logs to the console because of the fault. */
  readonly noise?: RegExp;
  /**
   * Whether it differs from another fault of its kind only in a value, and ends in the same error. Without the
   * fault's name, only `npm run test:all` injects those.
   */
  readonly isVariant?: boolean;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const status =
  (code: number, body = '', type = 'application/json'): Answer =>
  (_request, response) =>
    void response.writeHead(code, { 'content-type': type }).end(body);

/** Breaks the connection. */
export const reset: Answer = (request) => void request.socket.destroy();

/** Never answers. */
export const silence: Answer = () => {};

/** Breaks off the answer in the middle. */
export const cutOff: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"signature":');
  setTimeout(() => request.socket.destroy(), 50);
};

export const VARIANT: Pick<Fault, 'isVariant'> = { isVariant: true };

export const isMended: Pick<Fault, 'mend'> = {
  mend: ({ pages, zoom }) => {
    pages.intercept = undefined;
    zoom.intercept = undefined;
    zoom.refuseSockets = false;
    zoom.interceptSocket = undefined;
    zoom.service.online = true;
    zoom.service.started = true;
    zoom.service.fail(undefined);
  },
};
