import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import sirv from 'sirv';
import { type WebSocket, WebSocketServer } from 'ws';
import { MeetingService, type MeetingServiceOptions } from '../../src/testing/service/meeting-service.ts';
import type { Line } from './line.ts';
import { SDK_FOLDER } from './sdk-folder.ts';

const CDN_PATH = /^\/\d+\.\d+\.\d+\//;

/**
 * A stand-in for Zoom's servers over real TLS and real sockets. It answers as the simulator does. If a browser maps
 * every host to it, it serves as Zoom's CDN, web API and meeting servers.
 */
export class ZoomServer {
  readonly #server: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Socket>();
  readonly #serveSdk = sirv(SDK_FOLDER, { dev: false, etag: true });
  service = new MeetingService();
  /** The event numbers that the SDK has sent since the last `reset`, in order. */
  received: number[] = [];
  /** Host, URL and body of each request to Zoom's API since the last `reset`. */
  requests: { host: string; url: string; body: string }[] = [];
  /** The names for which a TLS connection has been opened since the last `reset`. */
  hosts: string[] = [];
  /** Injects faults: it answers a request itself and returns `true`. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;

  /**
   * The connection for the SDK's files, which are then compressed as on Zoom's CDN. Default: as fast as possible,
   * uncompressed.
   */
  line: Line | undefined;

  /** The meeting numbers whose sockets are answered with 403. `true`: all of them. */
  refuseSockets: boolean | Set<string> = false;
  /** Gets the meeting's sockets instead of the service. */
  interceptSocket: ((socket: WebSocket) => void) | undefined;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
    server.on('upgrade', (request, socket, head) => {
      if (this.#isRefused(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#connect(ws, request));
    });
    server.on('secureConnection', (socket) => {
      this.hosts.push(String(socket.servername));
      this.#connections.add(socket);
      socket.on('close', () => this.#connections.delete(socket));
    });
  }

  static async start(): Promise<ZoomServer> {
    const pem = await generate([{ name: 'commonName', value: 'zoom.us' }], { keySize: 2048 });
    const server = createServer({ key: pem.private, cert: pem.cert });
    const zoom = new ZoomServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return zoom;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Arguments that map every host of the browser to this server, except the page's own. */
  get chromiumArgs(): string[] {
    return [
      `--host-resolver-rules=MAP * 127.0.0.1:${this.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ];
  }

  /** The number of open sockets of meetings. */
  get openSockets(): number {
    return this.#sockets.clients.size;
  }

  reset(options: MeetingServiceOptions = {}): void {
    this.service = new MeetingService({ people: ['Grace Hopper', 'Alan Turing'], ...options });
    this.service.onFrame = (_seat, frame) => this.received.push(frame.evt);
    this.received = [];
    this.requests = [];
    this.hosts = [];
    this.intercept = undefined;
    this.line = undefined;
    this.refuseSockets = false;
    this.interceptSocket = undefined;
    for (const client of this.#sockets.clients) client.terminate();
  }

  async stop(): Promise<void> {
    for (const connection of this.#connections) connection.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowEverybody(response, request.headers.origin);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    if (this.intercept?.(request, response)) return;
    const path = request.url ?? '/';
    if (CDN_PATH.test(path)) {
      // The CDN names the ES5 build after the version.
      request.url = path
        .replace(CDN_PATH, '/')
        .replace(/zoom-meeting-embedded-[\d.]+\.min\.js/, 'zoomus-websdk-embedded.umd.min.js');
      if (this.line !== undefined) {
        const notFound = () => void response.writeHead(404).end();
        await sendPacked(new URL(request.url, 'file:').pathname, response, this.line).catch(notFound);
        return;
      }
      this.#serveSdk(request, response, () => void response.writeHead(404).end());
      return;
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const host = request.headers.host ?? '';
    this.requests.push({ host, url: path, body });
    const reply = await this.service.answer({ url: new URL(path, `https://${host}`), body });
    if (reply === undefined) request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
  }

  #isRefused({ url = '' }: IncomingMessage): boolean {
    if (typeof this.refuseSockets === 'boolean') return this.refuseSockets;
    const [path = ''] = url.split('?');
    return this.refuseSockets.has(path.split('/').at(-1) ?? '');
  }

  #connect(ws: WebSocket, request: IncomingMessage): void {
    const url = new URL(request.url ?? '/', `wss://${request.headers.host ?? ''}`);
    if (!url.pathname.includes('/wc/api/')) return;
    if (this.interceptSocket !== undefined) {
      this.interceptSocket(ws);
      return;
    }
    if (!this.service.online) {
      ws.terminate();
      return;
    }
    const { receive, closed } = this.service.connect(url, {
      send: (text) => ws.send(text),
      close: () => ws.terminate(),
    });
    ws.on('message', (data) => receive(String(data)));
    ws.on('close', closed);
  }
}

const packed = new Map<string, Uint8Array>();

async function sendPacked(path: string, response: ServerResponse, line: Line): Promise<void> {
  const body = packed.get(path) ?? gzipSync(await readFile(join(SDK_FOLDER, path)));
  packed.set(path, body);
  response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
  response.setHeader('content-encoding', 'gzip');
  await line.send(response, body);
}

function allowEverybody(response: ServerResponse, origin: unknown): void {
  response.setHeader('access-control-allow-origin', typeof origin === 'string' ? origin : '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-headers', 'content-type, *');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('cache-control', 'public, max-age=3600');
}
