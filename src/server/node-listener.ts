import type { IncomingMessage, ServerResponse } from 'node:http';

/** Requests with these must not have a body, and `Request` throws when they do. */
const BODILESS = new Set(['GET', 'HEAD']);

/**
 * Makes a handler of Web standard requests one for Node's `http`, Express, Connect and Vite:
 * `app.post('/api/zoom', toNodeListener(handler))`. Mount it before any body parser.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
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
  incoming: IncomingMessage,
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

function toRequest(incoming: IncomingMessage): Request {
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (BODILESS.has(method)) return new Request(url, { method, headers });
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on('data', (chunk: Uint8Array) => controller.enqueue(new Uint8Array(chunk)));
      incoming.on('end', () => controller.close());
      incoming.on('error', (error) => controller.error(error));
    },
    cancel() {
      // Too much: the rest flows by unread, and the answer goes out all the same.
      incoming.removeAllListeners('data').removeAllListeners('end').removeAllListeners('error');
      incoming.on('error', () => {}).resume();
    },
  });
  // `duplex` is what Node's fetch asks for with a streamed body; the DOM's types don't know it yet.
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}
