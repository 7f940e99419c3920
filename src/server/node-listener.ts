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
  iterator(options: { destroyOnReturn: boolean }): AsyncIterator<unknown>;
  /** Added by Connect, Express and body parsers. */
  readonly originalUrl?: string | undefined;
  readonly body?: unknown;
}

/** The part of Node's `ServerResponse` that is used. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}

/**
 * Turns a handler of Web standard requests into a listener for Node's `http` and `http2`, Express, Connect and
 * Vite: `app.post('/api/zoom', toNodeListener(handler))`. Behind a body parser it uses the parsed body. The
 * returned promise never rejects: if the handler rejects, the response is an empty 500.
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
    // Otherwise the server would receive the rest of a refused body, however long it is. HTTP/2 has no such header.
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
    // `Request` does not accept this method, host or header, such as TRACE.
    return new Response(null, { status: 400 });
  }
  return handler(request).catch(() => new Response(null, { status: 500 }));
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
