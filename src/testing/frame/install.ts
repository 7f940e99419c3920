import { WebSocket as MockWebSocket, Server } from 'mock-socket';
import type { FrameWindow } from '../../sdk/loading/source.ts';
import type { MeetingService, ServiceSocket } from '../service/meeting-service.ts';
import { connectMedia, installPeerConnection } from './media.ts';
import { keepWorkersOffline } from './workers.ts';

/**
 * How long to keep sockets open after the frame is removed, in ms. The SDK's leave message is still on its way,
 * because mock-socket delivers on a timer.
 */
const GOODBYE_MS = 50;

/**
 * Makes `frame` talk to `service` instead of the network. Requests to the page's own origin and to `passThrough`
 * (the URLs of the SDK's files) stay real. The service answers all others, or nobody does.
 */
export function installService(
  frame: FrameWindow,
  service: MeetingService,
  passThrough: readonly string[],
  onSocket: () => void = () => {},
): void {
  const isReal = (url: URL): boolean =>
    !/^(https?|wss?):$/.test(url.protocol) ||
    url.origin === frame.location.origin ||
    passThrough.some((prefix) => url.href.startsWith(prefix));
  const resolve = (url: string | URL): URL => new URL(url, frame.document.baseURI);

  installXhr(frame, service, isReal, resolve);
  installFetch(frame, service, isReal, resolve);
  installWebSocket(frame, service, onSocket);
  installPeerConnection(frame);
  keepWorkersOffline(frame);
  // Telemetry.
  frame.navigator.sendBeacon = () => true;
}

type IsReal = (url: URL) => boolean;
type Resolve = (url: string | URL) => URL;

function installXhr(frame: FrameWindow, service: MeetingService, isReal: IsReal, resolve: Resolve): void {
  /**
   * Asks the service, then lets the browser load the answer from a blob, so that all events, states and response
   * types are real. If there is no answer, the blob is revoked, which causes a real network error.
   */
  class SimulatedXhr extends frame.XMLHttpRequest {
    #url: URL | undefined;
    #aborted = false;

    override open(method: string, url: string | URL, isAsync = true): void {
      const target = resolve(url);
      this.#url = isReal(target) ? undefined : target;
      super.open(method, target, isAsync);
    }

    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      const url = this.#url;
      if (url === undefined) {
        super.send(body);
        return;
      }
      const text = typeof body === 'string' || body instanceof frame.URLSearchParams ? String(body) : '';
      void service.answer({ url, body: text }).then((reply) => {
        if (this.#aborted) return;
        const blob = new frame.Blob([JSON.stringify(reply?.body ?? null)], { type: 'application/json' });
        const address = frame.URL.createObjectURL(blob);
        if (reply === undefined) frame.URL.revokeObjectURL(address);
        super.open('GET', address);
        this.addEventListener('loadend', () => frame.URL.revokeObjectURL(address));
        super.send();
      });
    }

    override abort(): void {
      this.#aborted = true;
      super.abort();
    }
  }
  frame.XMLHttpRequest = SimulatedXhr;
}

function installFetch(frame: FrameWindow, service: MeetingService, isReal: IsReal, resolve: Resolve): void {
  const realFetch = frame.fetch.bind(frame);
  frame.fetch = async (input, init) => {
    const url = resolve(input instanceof frame.Request ? input.url : String(input));
    if (isReal(url)) return realFetch(input, init);
    const reply = await service.answer({ url, body: typeof init?.body === 'string' ? init.body : '' });
    if (reply === undefined) {
      // A browser never settles a fetch of a page that is gone.
      if (frame.closed) return new Promise(() => {});
      throw new frame.TypeError('Failed to fetch');
    }
    return frame.Response.json(reply.body);
  };
}

function installWebSocket(frame: FrameWindow, service: MeetingService, onSocket: () => void): void {
  const open = new Set<MockWebSocket>();

  class SimulatedWebSocket extends MockWebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      listen(service, new URL(url));
      super(url, protocols);
      open.add(this);
      onSocket();
      this.addEventListener('close', () => open.delete(this));
    }
  }
  // The mock has the events and constants of a WebSocket, but not its TypeScript type.
  frame.WebSocket = SimulatedWebSocket as unknown as typeof WebSocket;

  // A browser closes the sockets of a page with the page, but these sockets live outside the frame.
  frame.addEventListener('pagehide', () => {
    setTimeout(() => {
      for (const socket of open) socket.close();
    }, GOODBYE_MS);
  });
}

/** The addresses (without query) that have a mock server. A server listens for as long as the page lives. */
const listening = new Set<string>();

function listen(service: MeetingService, url: URL): void {
  const address = `${url.origin}${url.pathname}`;
  if (listening.has(address)) return;
  listening.add(address);
  const server = new Server(address, { mock: false, verifyClient: () => service.online });
  if (url.hostname !== service.rwgHost) return;
  const isMeeting = url.pathname.includes('/wc/api/');
  server.on('connection', (socket) => {
    const ours: ServiceSocket = {
      send: (text) => socket.send(text),
      close: () => socket.close({ code: 1006, reason: 'connection lost', wasClean: false }),
    };
    const { receive, closed } = isMeeting ? service.connect(new URL(socket.url), ours) : connectMedia(ours);
    socket.on('message', (message) => {
      if (typeof message === 'string') receive(message);
    });
    socket.on('close', closed);
  });
}
