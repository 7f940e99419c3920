/** What is used of Node's `IncomingMessage`, named here so that these types work without Node's. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: object;
  readonly complete: boolean;
  readonly httpVersionMajor: number;
  readonly readableEnded: boolean;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterator<unknown>;
  /** What Connect, Express and body parsers add. */
  readonly originalUrl?: string | undefined;
  readonly body?: unknown;
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}

/**
 * Makes a handler of Web standard requests one for Node's `http` and `http2`, Express, Connect and Vite:
 * `app.post('/api/zoom', toNodeListener(handler))`. Behind a body parser it takes what that has parsed. The promise
 * never rejects; an error of the handler's is answered with an empty 500.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (incoming: NodeRequest, outgoing: NodeResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const response = await answer(handler, incoming);
    const body = new Uint8Array(await response.arrayBuffer());
    outgoing.statusCode = response.status;
    response.headers.forEach((value, name) => {
      outgoing.setHeader(name, value);
    });
    // A body that was refused half-read would otherwise be received to its end, however long. HTTP/2 has no such header.
    if (!incoming.complete && incoming.httpVersionMajor === 1) outgoing.setHeader('connection', 'close');
    outgoing.end(body);
  };
}

async function answer(
  handler: (request: Request) => Promise<Response>,
  incoming: NodeRequest,
): Promise<Response> {
  let request: Request;
  try {
    request = toRequest(incoming);
  } catch {
    // A method, host or header that `Request` does not take, such as TRACE.
    return new Response(null, { status: 400 });
  }
  return handler(request).catch(() => new Response(null, { status: 500 }));
}

function toRequest(incoming: NodeRequest): Request {
  const { method = 'GET', headers: given } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    // HTTP/2 puts the method, path and host among them, with a colon.
    if (value === undefined || name.startsWith(':')) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  const scheme = 'encrypted' in incoming.socket ? 'https' : 'http';
  const host = String(given['host'] || given[':authority'] || 'localhost');
  // Whoever writes such a host would choose the path that the handler sees.
  if (/[/\\?#]/.test(host)) throw new TypeError('Invalid host');
  // Connect and Express cut the mount path off `url`.
  const path = incoming.originalUrl ?? incoming.url ?? '/';
  const url = new URL(`${scheme}://${host}${path.startsWith('/') ? path : '/'}`);
  // `Request` throws for a body where these methods have none.
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  // Node's fetch wants `duplex` beside a stream; the DOM's types don't know it yet.
  return new Request(url, { method, headers, body: bodyOf(incoming), duplex: 'half' } as RequestInit);
}

function bodyOf(incoming: NodeRequest): ReadableStream<Uint8Array> | string {
  if (incoming.readableEnded) {
    return typeof incoming.body === 'string' ? incoming.body : JSON.stringify(incoming.body ?? '');
  }
  // Stopping early must leave the socket alone: the refusal has yet to go out through it.
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
  // Nothing is read ahead of what the handler asks for.
  return new ReadableStream(source, { highWaterMark: 0 });
}
