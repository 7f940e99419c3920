import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BrowserContextOptions, Page } from 'playwright';
import type { MeetingServiceOptions } from '../../src/testing/service/meeting-service.ts';
import type { FixtureProps } from '../apps/app/main.tsx';
import type { PageServer } from '../support/page-server.ts';
import type { ZoomServer } from '../support/zoom-server.ts';

/** Where a fault is injected: the page, the signature endpoint beside it, and the stand-in for Zoom's servers. */
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
  /** A page of its own, with an empty cache. Default: one that has seen other faults, and has the SDK's files. */
  readonly isAlone?: boolean;
  /** Of that page's window. */
  readonly browser?: BrowserContextOptions;
  /** Before the component is mounted. */
  readonly inject?: (world: World) => unknown;
  /** Done in this status, on the way to the end. */
  readonly during?: readonly [status: string, act: (world: World) => unknown];
  /** `gone`: unmounted by `during`. */
  readonly ends: 'joined' | 'waiting' | 'reconnecting' | 'left' | 'failed' | 'gone';
  /** With `failed`: the code of the error. */
  readonly code?: string;
  /** Entries that the app's log must have, in this order. */
  readonly log?: readonly string[];
  /** Takes the fault away. */
  readonly mend?: (world: World) => unknown;
  /** Whether its button joins once the fault is mended. Default: `true` for `left` and `failed`. */
  readonly again?: boolean;
  /** What else the SDK or the browser says to the console because of it. */
  readonly noise?: RegExp;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const status =
  (code: number, body = '', type = 'application/json'): Answer =>
  (_request, response) =>
    void response.writeHead(code, { 'content-type': type }).end(body);

/** The connection breaks. */
export const reset: Answer = (request) => void request.socket.destroy();

/** Nobody ever answers. */
export const silence: Answer = () => {};

/** The answer breaks off in the middle. */
export const cutOff: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"signature":');
  setTimeout(() => request.socket.destroy(), 50);
};

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
