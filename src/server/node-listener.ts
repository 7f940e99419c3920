/**
 * The part of Node's `IncomingMessage` that is used. It is declared here so that these types work without Node's
 * types.
 */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: object;
  readonly complete: boolean;
  readonly httpVersionMajor: number;
  readonly readableEnded: boolean;
  /** Only of HTTP/2. */
  readonly stream?: { close(): unknown } | undefined;
  on(event: 'error', listener: () => void): unknown;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterator<unknown>;
  /** Added by Connect, Express and body parsers. */
  readonly originalUrl?: string | undefined;
  readonly body?: unknown;
}

/** The part of Node's `ServerResponse` that is used. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  getHeader(name: string): number | string | readonly string[] | undefined;
  setHeader(name: string, value: string | readonly string[]): unknown;
  removeHeader(name: string): unknown;
  end(body: Uint8Array): unknown;
  destroy(): unknown;
}

/**
 * Turns a handler of Web standard requests into a listener for Node's `http` and `http2`, Express, Connect and
 * Vite: `app.post('/api/zoom', toNodeListener(handler))`. Behind a body parser it uses the parsed body.
 *
 * The listener never throws, and its promise never rejects. If the handler throws, rejects, or returns no usable
 * response, the response is an empty 500. If something else has already responded, such as a time-out of your own,
 * or if the client has gone, nothing is sent.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (incoming: NodeRequest, outgoing: NodeResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    // Over HTTP/2, a client that resets its stream causes an error here. Node would end the process.
    incoming.on('error', () => {});
    try {
      const answer = await ask(handler, incoming);
      if (outgoing.headersSent || outgoing.destroyed) return;
      // Stop the client from sending the rest of a refused body, however long it is. Otherwise that would keep the
      // connection busy or, over HTTP/2, the stream open.
      const isRefused = !incoming.complete;
      const isHttp1 = incoming.httpVersionMajor === 1;
      if (isRefused && isHttp1) outgoing.setHeader('connection', 'close');
      send(answer, outgoing);
      if (isRefused && !isHttp1) incoming.stream?.close();
    } catch {
      // The connection broke in the middle of all that.
      outgoing.destroy();
    }
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const emptyAnswer = (status: number): Answer => ({ status, headers: new Headers(), body: new Uint8Array() });

/** Calls the handler and reads its whole response, because an error in the middle of it could not become a 500. */
async function ask(handler: (request: Request) => Promise<Response>, incoming: NodeRequest): Promise<Answer> {
  let request: Request;
  try {
    request = toRequest(incoming);
  } catch {
    // `Request` does not accept this method, host or header, such as TRACE.
    return emptyAnswer(400);
  }
  try {
    const response = await handler(request);
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body };
  } catch {
    return emptyAnswer(500);
  }
}

function send({ status, headers, body }: Answer, outgoing: NodeResponse): void {
  try {
    for (const [name, value] of headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
    // Several cookies need several headers. Others may be there already, such as that of a session.
    const cookies = headers.getSetCookie();
    const others = [outgoing.getHeader('set-cookie') ?? []].flat().map(String);
    if (cookies.length > 0) outgoing.setHeader('set-cookie', [...others, ...cookies]);
    outgoing.statusCode = status;
    outgoing.end(body);
  } catch {
    // Node refuses a value that `Response` allows: the status 0 of `Response.error()`, or a control character in a
    // header.
    for (const name of headers.keys()) outgoing.removeHeader(name);
    outgoing.statusCode = 500;
    outgoing.end(new Uint8Array());
  }
}

function toRequest(incoming: NodeRequest): Request {
  const { method = 'GET', headers: given } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    // HTTP/2 adds the method, path and host as headers whose names start with a colon.
    if (value === undefined || name.startsWith(':')) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  const scheme = 'encrypted' in incoming.socket ? 'https' : 'http';
  const host = String(given['host'] || given[':authority'] || 'localhost');
  // With such a host, the client could choose the path that the handler sees.
  if (/[/\\?#]/.test(host)) throw new TypeError('Invalid host');
  // Connect and Express remove the mount path from `url`.
  const path = incoming.originalUrl ?? incoming.url ?? '/';
  const url = new URL(`${scheme}://${host}${path.startsWith('/') ? path : '/'}`);
  // `Request` throws if one of these methods has a body.
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  // Node's fetch requires `duplex` with a stream, but the DOM types don't have it yet.
  return new Request(url, { method, headers, body: bodyOf(incoming), duplex: 'half' } as RequestInit);
}

function bodyOf(incoming: NodeRequest): ReadableStream<Uint8Array> | string {
  if (incoming.readableEnded) {
    return typeof incoming.body === 'string' ? incoming.body : JSON.stringify(incoming.body ?? '');
  }
  // Keep the socket open when reading stops early: the refusal is still to be sent through it.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value as Uint8Array));
    },
    async cancel() {
      await chunks.return?.();
    },
  };
  // Don't read ahead of the handler.
  return new ReadableStream(source, { highWaterMark: 0 });
}
