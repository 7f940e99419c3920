import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import express4 from 'express-4';
import Fastify from 'fastify';
import { createSignatureHandler, toNodeListener } from 'react-zoom-join/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asAsked, CREDENTIALS } from '../server/requests.ts';

type Handler = (request: Request) => Promise<Response>;
type Incoming = IncomingMessage | Http2ServerRequest;
type Outgoing = Pick<ServerResponse | Http2ServerResponse, 'setHeader' | 'end'> & Pick<Writable, 'write'>;

/** What happens around the listener. A test sets it before it sends a request. */
interface Play {
  handler: Handler;
  /** Runs before the listener, such as a middleware that sets a cookie or a time-out. */
  before?: ((incoming: Incoming, outgoing: Outgoing) => void) | undefined;
}
let play: Play;

/** What would have ended the process of an app. */
const fatal: unknown[] = [];
const note = (error: unknown) => void fatal.push(error);
beforeAll(() => void process.on('unhandledRejection', note).on('uncaughtException', note));
afterAll(() => void process.off('unhandledRejection', note).off('uncaughtException', note));
beforeEach(() => {
  fatal.length = 0;
});
afterEach(async () => {
  // A rejection is reported one turn later.
  await wait(20);
  expect(fatal).toEqual([]);
});

const listener = toNodeListener((asked) => play.handler(asked));
async function onRequest(incoming: Incoming, outgoing: ServerResponse | Http2ServerResponse): Promise<void> {
  play.before?.(incoming, outgoing);
  await listener(incoming, outgoing);
}

interface Running {
  readonly port: number;
  stop(): unknown;
}
async function run(server: Pick<Server, 'listen' | 'address' | 'close'>): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}

const HOSTS: Record<string, () => Promise<Running>> = {
  'Node’s http': () => run(createServer((incoming, outgoing) => void onRequest(incoming, outgoing))),
  'Node’s http2': () =>
    run(createHttp2Server((incoming, outgoing) => void onRequest(incoming, outgoing)) as never),
  'Express 4': () => run(createServer(express4().all('/api/zoom', onRequest))),
  'Express 5': () => run(createServer(express().all('/api/zoom', onRequest))),
  async Fastify() {
    const app = Fastify();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _body, done) => done(null));
    app.all('/api/zoom', (asked, reply) => {
      reply.hijack();
      return onRequest(asked.raw, reply.raw);
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { port: (app.server.address() as AddressInfo).port, stop: () => app.close() };
  },
};

const ASK = JSON.stringify({ meeting: '12345678901' });
const json = { 'content-type': 'application/json' };
const PATH = '/api/zoom';

interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  text: string;
}

/** A client of one server, with either protocol. */
interface Client {
  /** Sends a whole request. Resolves to `undefined` if the connection breaks first. */
  send(body?: string): Promise<Answer | undefined>;
  /** Begins a request and sends only a part of its body. */
  begin(part: string): { readonly answer: Promise<Answer | undefined>; leave(): void };
  close(): unknown;
}

function http1(port: number): Client {
  const begin: Client['begin'] = (part) => {
    const outgoing = request({ port, path: PATH, method: 'POST', headers: json, agent: false });
    const answer = new Promise<Answer | undefined>((resolve) => {
      outgoing.on('error', () => resolve(undefined));
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        incoming.on('error', () => resolve(undefined));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
      });
    });
    outgoing.write(part);
    return { answer, leave: () => outgoing.destroy(), end: () => outgoing.end() };
  };
  return {
    begin,
    async send(body = ASK) {
      const { answer, end } = begin(body) as ReturnType<Client['begin']> & { end(): void };
      end();
      return answer;
    },
    close() {},
  };
}

function http2(port: number): Client & { readonly session: ClientHttp2Session } {
  const session = connect(`http://127.0.0.1:${port}`);
  const open = () => {
    const stream = session.request({ ':method': 'POST', ':path': PATH, ...json });
    const answer = new Promise<Answer | undefined>((resolve) => {
      let text = '';
      let headers: OutgoingHttpHeaders | undefined;
      stream.on('response', (received) => {
        headers = received;
      });
      stream.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      stream.on('error', () => {});
      // Whichever comes first. Node's client closes a stream only when it has sent everything.
      for (const event of ['end', 'close']) {
        stream.on(event, () => resolve(headers && { status: Number(headers[':status']), headers, text }));
      }
    });
    return { stream, answer };
  };
  return {
    session,
    begin(part) {
      const { stream, answer } = open();
      stream.write(part);
      return { answer, leave: () => stream.close(constants.NGHTTP2_INTERNAL_ERROR) };
    },
    async send(body = ASK) {
      const { stream, answer } = open();
      stream.end(body);
      return answer;
    },
    close: () => session.destroy(),
  };
}

const signing = createSignatureHandler({ ...CREDENTIALS, authorize: asAsked });
const failing = (body: string) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(body)),
    pull: (controller) => controller.error(new Error('the database has gone')),
  });

const ODD_HEADER: [how: string, handler: () => unknown] = [
  'returns a header that Node refuses',
  () => new Response('x', { headers: { 'x-odd': '\u0001' } }),
];

describe.each(Object.entries(HOSTS))('%s', (name, start) => {
  let host: Running;
  let client: Client;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.stop());
  beforeEach(() => {
    play = { handler: signing };
    client = name === 'Node’s http2' ? http2(host.port) : http1(host.port);
  });
  afterEach(() => client.close());

  /** The process still answers. */
  const expectAlive = async () => {
    play = { handler: signing };
    expect((await client.send())?.status).toBe(200);
  };

  it.each<[how: string, handler: () => unknown]>([
    [
      'throws at once',
      () => {
        throw new Error('no database');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no database'))],
    ['returns nothing', () => undefined],
    ['returns no response', () => ({ status: 200 })],
    ['returns Response.error()', () => Response.error()],
    ['returns a body that fails', () => new Response(failing('half of'))],
    [
      'returns a body that was read',
      async () => {
        const response = new Response('x');
        await response.text();
        return response;
      },
    ],
    // Over HTTP/2, Node sends this header, and the client refuses the response.
    ...(name === 'Node’s http2' ? [] : [ODD_HEADER]),
  ])('an empty 500 for a handler that %s', async (_how, handler) => {
    play = { handler: handler as Handler };
    expect(await client.send()).toMatchObject({ status: 500, text: '' });
    await expectAlive();
  });

  it('sends several cookies as several, beside those of a middleware', async () => {
    const headers = new Headers({ 'x-one': '1' });
    for (const cookie of ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2; Path=/']) {
      headers.append('set-cookie', cookie);
    }
    play = {
      handler: async () => new Response('ok', { headers }),
      before: (_incoming, outgoing) => void outgoing.setHeader('set-cookie', 'session=7'),
    };
    expect((await client.send())?.headers).toMatchObject({
      'x-one': '1',
      'set-cookie': ['session=7', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2; Path=/'],
    });
  });

  it.each([
    ['answered', (outgoing: Outgoing) => outgoing.end('too late')],
    ['begun an answer', (outgoing: Outgoing) => outgoing.write('too late')],
  ])('leaves an answer alone when something else has %s', async (_what, answer) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let own: Outgoing | undefined;
    play = {
      handler: async () => {
        await held;
        return new Response('late');
      },
      before: (_incoming, outgoing) => {
        own = outgoing;
        setTimeout(() => {
          answer(outgoing);
          release();
          setTimeout(() => outgoing.end(), 20);
        }, 20);
      },
    };
    expect((await client.send())?.text).toBe('too late');
    expect(own).toBeDefined();
    await expectAlive();
  });

  it.each(['the socket is destroyed', 'the client leaves'])('survives that %s meanwhile', async (how) => {
    let hasAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      hasAsked = resolve;
    });
    let incomingNow: Incoming | undefined;
    play = {
      handler: async () => {
        hasAsked();
        await wait(50);
        return new Response('to nobody');
      },
      before: (incoming) => {
        incomingNow = incoming;
      },
    };
    const { answer, leave } = client.begin(ASK);
    await asked;
    if (how === 'the client leaves') leave();
    else if (incomingNow && 'stream' in incomingNow) incomingNow.stream.destroy();
    else incomingNow?.socket.destroy();
    await answer;
    await wait(100);
    await expectAlive();
  });

  it('survives a body that is aborted while it is read', async () => {
    const { answer, leave } = client.begin(ASK.slice(0, 9));
    await wait(50);
    leave();
    await answer;
    await expectAlive();
  });

  it('answers the next of 200 half-open requests, and each of them within its time', async () => {
    const handler = createSignatureHandler({
      ...CREDENTIALS,
      authorize: asAsked,
      timeouts: { body: 1_000 },
    });
    play = { handler };
    const open = Array.from({ length: 200 }, () => client.begin(ASK.slice(0, 9)));
    await wait(300);
    const before = performance.now();
    expect((await client.send())?.status).toBe(200);
    expect(performance.now() - before).toBeLessThan(1_000);
    const answers = await Promise.all(open.map(({ answer }) => answer));
    expect(answers.map((answer) => answer?.status)).toEqual(Array(200).fill(408));
  });
});

describe('over HTTP/2', () => {
  it('a refused, half-read body frees its stream', async () => {
    let streams = 0;
    const server = createHttp2Server((incoming, outgoing) => void onRequest(incoming, outgoing));
    server.on('stream', (stream) => {
      streams += 1;
      stream.on('close', () => {
        streams -= 1;
      });
    });
    const { port, stop } = await run(server as never);
    const client = http2(port);
    play = { handler: signing };
    const refused = Array.from({ length: 200 }, () => client.begin(' '.repeat(20_000)));
    const answers = await Promise.all(refused.map(({ answer }) => answer));
    expect(answers.map((answer) => answer?.status)).toEqual(Array(200).fill(413));
    await expect.poll(() => streams).toBe(0);
    const before = performance.now();
    expect((await client.send())?.status).toBe(200);
    expect(performance.now() - before).toBeLessThan(500);
    client.close();
    stop();
  });
});

describe('a client that sends half a request and stays', () => {
  it('gets its 408, and its connection is closed', async () => {
    play = {
      handler: createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, timeouts: { body: 200 } }),
    };
    const { port, stop } = await run(
      createServer((incoming, outgoing) => void onRequest(incoming, outgoing)),
    );
    const socket = connectSocket(port, '127.0.0.1');
    socket.write(
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"mee`,
    );
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 408 .*connection: close.*"request-timeout"/is);
    stop();
  });
});
