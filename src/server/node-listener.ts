/** What is used of Node's `IncomingMessage`; named here so that the types work without those of Node. */
export interface NodeRequest extends AsyncIterable<unknown> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
}

/** Requests with these must not have a body, and `Request` throws when they do. */
const BODILESS = new Set(['GET', 'HEAD']);

/**
 * Makes a handler of Web standard requests one for Node's `http`, Express, Connect and Vite:
 * `app.post('/api/zoom', toNodeListener(handler))`. Mount it before any body parser.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    const response = await handle(handler, incoming);
    outgoing.statusCode = response.status;
    response.headers.forEach((value, name) => {
      outgoing.setHeader(name, value);
    });
    outgoing.end(await response.text());
  };
}

async function handle(
  handler: (request: Request) => Promise<Response>,
  incoming: NodeRequest,
): Promise<Response> {
  let request: Request;
  try {
    request = toRequest(incoming);
  } catch {
    // A method or header that `Request` does not take, such as TRACE.
    return new Response(null, { status: 400 });
  }
  return handler(request);
}

function toRequest(incoming: NodeRequest): Request {
  const method = incoming.method ?? 'GET';
  const host = incoming.headers['host'];
  const url = new URL(incoming.url ?? '/', `http://${typeof host === 'string' ? host : 'localhost'}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (BODILESS.has(method)) return new Request(url, { method, headers });
  const chunks = incoming[Symbol.asyncIterator]();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // No `cancel`: ending the iteration would close the connection before the answer is out. What is left
    // unread, Node throws away when the answer has gone.
  });
  // `duplex` is what Node's fetch asks for with a streamed body; the DOM's types don't know it yet.
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}
