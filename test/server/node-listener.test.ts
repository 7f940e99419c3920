import { createServer, type IncomingMessage, request as nodeRequest, type ServerResponse } from 'node:http';
import { connect, createServer as createHttp2Server, type Http2ServerRequest } from 'node:http2';
import { type AddressInfo, connect as connectSocket, type Server } from 'node:net';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSignatureHandler, type SignatureReply, toNodeListener } from '../../src/server/index.ts';
import { asAsked, CREDENTIALS } from './requests.ts';

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

async function listen(server: Server): Promise<number> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
const serve = async (listener: Listener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer((incoming, outgoing) => void listener(incoming, outgoing)))}`;

const handler = createSignatureHandler({ ...CREDENTIALS, authorize: asAsked });
const ASK = JSON.stringify({ meeting: '12345678901' });
const json = { 'content-type': 'application/json' };

describe('through a real server', () => {
  it('a request gets its signature, with the headers', async () => {
    const origin = await serve(toNodeListener(handler));
    const response = await fetch(origin, { method: 'POST', headers: json, body: ASK });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { signature } = (await response.json()) as SignatureReply;
    expect(decodeJwt(signature)).toMatchObject({ mn: '12345678901', role: 0 });
  });

  it('other methods and bodies get their refusals', async () => {
    const origin = await serve(toNodeListener(handler));
    const get = await fetch(origin);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(origin, { method: 'HEAD' })).status).toBe(405);
    expect((await fetch(origin, { method: 'POST', body: ASK })).status).toBe(415);
    expect((await fetch(origin, { method: 'POST', headers: json, body: '{' })).status).toBe(400);
    expect((await fetch(origin, { method: 'POST', headers: json })).status).toBe(400);
  });

  it('the handler sees the URL, the cookies and repeated headers', async () => {
    const seen = vi.fn(async (request: Request) => {
      const { method, url, headers } = request;
      return Response.json({ method, url, cookie: headers.get('cookie'), many: headers.get('x-many') });
    });
    const origin = await serve(toNodeListener(seen));
    const body = await new Promise<string>((resolve) => {
      const headers = { cookie: 'id=7', 'x-many': ['a', 'b'] };
      nodeRequest(`${origin}/api/zoom?x=1`, { headers }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      }).end();
    });
    expect(JSON.parse(body)).toEqual({
      method: 'GET',
      url: `${origin}/api/zoom?x=1`,
      cookie: 'id=7',
      many: 'a, b',
    });
  });

  it('a body without end is refused, and its connection closed', async () => {
    const origin = await serve(toNodeListener(handler));
    const { status, connection, closed } = await new Promise<Record<string, unknown>>((resolve) => {
      const upload = nodeRequest(origin, { method: 'POST', headers: json }, (response) => {
        const { statusCode, headers } = response;
        response.resume();
        upload.on('close', () => {
          clearInterval(timer);
          resolve({ status: statusCode, connection: headers.connection, closed: true });
        });
      });
      // Keep sending after the answer, until the socket is closed.
      const timer = setInterval(() => upload.write(' '.repeat(2_000)), 5);
      upload.on('error', () => {});
    });
    expect({ status, connection, closed }).toEqual({ status: 413, connection: 'close', closed: true });
  });

  it('a body that is too large at its first packet still gets its answer', async () => {
    const origin = await serve(toNodeListener(handler));
    const status = await new Promise((resolve, reject) => {
      const upload = nodeRequest(origin, { method: 'POST', headers: json }, (response) => {
        resolve(response.statusCode);
        response.resume();
      });
      upload.on('error', reject);
      // The upload is chunked, so that no Content-Length tells its size.
      upload.write(' '.repeat(60_000));
    });
    expect(status).toBe(413);
  });

  it('a large body that tells its size gets 413', async () => {
    const origin = await serve(toNodeListener(handler));
    const status = await new Promise((resolve, reject) => {
      const headers = { ...json, 'content-length': 1_000_000 };
      const upload = nodeRequest(origin, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        response.resume();
      });
      upload.on('error', reject);
      upload.write(' '.repeat(1_000));
    });
    expect(status).toBe(413);
  });

  it('a client that goes away in the middle of its body leaves nothing waiting', async () => {
    let finished: Promise<void> | undefined;
    const listener = toNodeListener(handler);
    const origin = await serve((incoming, outgoing) => {
      finished = listener(incoming, outgoing);
    });
    const socket = connectSocket(Number(new URL(origin).port), '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"mee',
    );
    await vi.waitFor(() => expect(finished).toBeDefined());
    socket.destroy();
    await expect(finished).resolves.toBeUndefined();
  });

  it('a request that is no Web standard one gets 400', async () => {
    const origin = await serve(toNodeListener(handler));
    const answer = await new Promise<string>((resolve) => {
      const socket = connectSocket(Number(new URL(origin).port), '127.0.0.1');
      socket.setEncoding('utf8').once('data', (data) => {
        resolve(String(data));
        socket.destroy();
      });
      socket.write('TRACE / HTTP/1.1\r\nhost: x\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  /** Returns the answer to a client that writes its own Host header. */
  const withHost = async (origin: string, host: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connectSocket(Number(new URL(origin).port), '127.0.0.1');
      socket.setEncoding('utf8').on('data', (data) => {
        answer += String(data);
      });
      socket.on('close', () => resolve(answer));
      socket.write(`GET /api/zoom HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
    });

  it.each(['x/admin', 'x/admin?', 'x#', 'x?', 'x\\admin', 'user@x', 'a b'])(
    'a Host header that would move the path gets 400, unseen by the handler: %s',
    async (host) => {
      const seen = vi.fn(async () => new Response());
      expect(await withHost(await serve(toNodeListener(seen)), host)).toMatch(/^HTTP\/1\.1 400 /);
      expect(seen).not.toHaveBeenCalled();
    },
  );

  it.each(['', 'app.example', 'app.example:8443', '[::1]:3000'])(
    'the handler sees the whole path, with the Host header %j',
    async (host) => {
      const seen = vi.fn(async (request: Request) => Response.json(new URL(request.url).pathname));
      expect(await withHost(await serve(toNodeListener(seen)), host)).toContain('"/api/zoom"');
    },
  );

  it('a handler that fails gets 500, and the server lives on', async () => {
    const origin = await serve(toNodeListener(() => Promise.reject(new Error(CREDENTIALS.sdkSecret))));
    for (const response of [await fetch(origin), await fetch(origin)]) {
      expect(response.status).toBe(500);
      expect(await response.text()).toBe('');
    }
  });
});

describe('inside other frameworks', () => {
  /** Does to a request what Express's body parser and mounting do. */
  const behindParser =
    (listener: Listener): Listener =>
    async (incoming, outgoing) => {
      let text = '';
      for await (const chunk of incoming) text += String(chunk);
      Object.assign(incoming, { body: text === '' ? {} : (JSON.parse(text) as unknown) });
      Object.assign(incoming, { originalUrl: incoming.url, url: '/' });
      await listener(incoming, outgoing);
    };

  it('takes the body that a parser has read', async () => {
    const origin = await serve(behindParser(toNodeListener(handler)));
    const response = await fetch(origin, { method: 'POST', headers: json, body: ASK });
    expect(response.status).toBe(200);
    const empty = await fetch(origin, { method: 'POST', headers: json });
    expect(empty.status).toBe(400);
    const large = JSON.stringify({ meeting: 'x', pad: 'p'.repeat(5_000) });
    expect((await fetch(origin, { method: 'POST', headers: json, body: large })).status).toBe(413);
  });

  it('sees the whole path under a mount', async () => {
    const seen = vi.fn(async (request: Request) => new Response(new URL(request.url).pathname));
    const origin = await serve(behindParser(toNodeListener(seen)));
    expect(await (await fetch(`${origin}/api/zoom`)).text()).toBe('/api/zoom');
  });

  it('answers over HTTP/2, as Vite serves with a certificate', async () => {
    const listener = toNodeListener(handler);
    const server = createHttp2Server((incoming: Http2ServerRequest, outgoing) => {
      // Node's compatibility layer has the same interface, but another type.
      void listener(incoming as unknown as IncomingMessage, outgoing as unknown as ServerResponse);
    });
    const session = connect(`http://127.0.0.1:${await listen(server)}`);
    const stream = session.request({ ':method': 'POST', ':path': '/api/zoom', ...json });
    stream.end(ASK);
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
    session.close();
    expect(decodeJwt((JSON.parse(text) as SignatureReply).signature)).toMatchObject({ mn: '12345678901' });
  });
});
