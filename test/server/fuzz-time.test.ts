import { type ClientHttp2Session, connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSignatureHandler, toNodeListener } from '../../src/server/index.ts';
import { asAsked, CREDENTIALS, postStream } from './requests.ts';

vi.setConfig({ testTimeout: 60_000 });

const fatal: unknown[] = [];
const note = (error: unknown) => void fatal.push(error);
beforeEach(() => {
  fatal.length = 0;
  process.on('unhandledRejection', note).on('uncaughtException', note);
});
afterEach(async () => {
  await wait(50);
  process.off('unhandledRejection', note).off('uncaughtException', note);
  expect(fatal).toEqual([]);
});

const LIMIT_MS = 30;
const TIMEOUTS = {
  body: LIMIT_MS,
  rateLimit: LIMIT_MS,
  authorize: LIMIT_MS,
  onAudit: LIMIT_MS,
  onError: LIMIT_MS,
};
const ASK = JSON.stringify({ meeting: '12345678901' });

/** What the network does after a part of the body. */
type Move = 'go on' | 'pause' | 'stall' | 'fail' | 'end' | 'flood';
const moves = fc.array(
  fc.tuple(
    fc.nat({ max: ASK.length }),
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<Move>('go on', 'pause') },
      fc.constantFrom<Move>('stall', 'fail', 'end', 'flood'),
    ),
  ),
  { maxLength: 5 },
);

/** Sends the body in parts, and does something between them. At last, it sends what is left, and ends. */
function bodyOf(schedule: readonly (readonly [size: number, move: Move])[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(ASK);
  let sent = 0;
  let step = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const [size, move] = schedule[step] ?? [ASK.length, 'end'];
        step += 1;
        const part = bytes.slice(sent, sent + size);
        sent += part.length;
        if (part.length > 0) controller.enqueue(part);
        if (move === 'pause') await wait(2);
        else if (move === 'stall') await new Promise(() => {});
        else if (move === 'fail') controller.error(new Error('the connection broke'));
        else if (move === 'flood') controller.enqueue(new Uint8Array(5_000));
        else if (move === 'end') controller.close();
        // A stream asks again only once something has come.
        else if (part.length === 0) controller.enqueue(new Uint8Array());
      },
    },
    { highWaterMark: 0 },
  );
}

/** What a hook may do. */
type Behaviour = 'at once' | 'soon' | 'never' | 'throws' | 'rejects' | 'rejects late';
const behaviours = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Behaviour>('at once', 'soon') },
  fc.constantFrom<Behaviour>('never', 'throws', 'rejects', 'rejects late'),
);
const act =
  <T>(behaviour: Behaviour, result: T) =>
  (): T | Promise<T> => {
    if (behaviour === 'throws') throw new Error('the hook failed');
    if (behaviour === 'at once') return result;
    if (behaviour === 'never') return new Promise<never>(() => {});
    if (behaviour === 'rejects') return Promise.reject(new Error('the hook failed'));
    return wait(behaviour === 'soon' ? 2 : LIMIT_MS * 2).then(() => {
      if (behaviour === 'rejects late') throw new Error('the hook failed late');
      return result;
    });
  };

it('answers 300 requests whatever takes how long, each with a whole answer', async () => {
  const seen = new Set<number>();
  const cases = fc.record({
    schedule: moves,
    rateLimit: behaviours,
    authorize: behaviours,
    onAudit: behaviours,
    onError: behaviours,
  });
  const send = async ({
    schedule,
    ...hooks
  }: typeof cases extends fc.Arbitrary<infer Case> ? Case : never) => {
    const handler = createSignatureHandler({
      ...CREDENTIALS,
      rateLimit: act(hooks.rateLimit, false),
      authorize: act(hooks.authorize, { meetingNumber: '12345678901' }),
      onAudit: act(hooks.onAudit, undefined),
      onError: act(hooks.onError, undefined),
      timeouts: TIMEOUTS,
    });
    const response = await handler(postStream(bodyOf(schedule)));
    seen.add(response.status);
    expect([200, 400, 408, 413, 500, 503]).toContain(response.status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = (await response.json()) as object;
    expect(Object.keys(answer)).toEqual(response.status === 200 ? ['signature', 'meetingNumber'] : ['error']);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(cases, { minLength: 20, maxLength: 20 }), async (all) => {
      await Promise.all(all.map(send));
    }),
    { numRuns: 15 },
  );
  // Otherwise, it has not tried what it was made for.
  expect([...seen].sort()).toEqual([200, 400, 408, 413, 500, 503]);
});

/** What a client may do with one stream of a connection. */
type Conduct =
  | 'asks'
  | 'stalls'
  | 'sends too much'
  | 'leaves'
  | 'leaves late'
  | 'breaks off'
  | 'sends no body';
const conducts = fc.array(
  fc.constantFrom<Conduct>(
    'asks',
    'stalls',
    'sends too much',
    'leaves',
    'leaves late',
    'breaks off',
    'sends no body',
  ),
  { minLength: 60, maxLength: 120 },
);

/** Resolves to the status, once the stream is closed or has its whole answer. */
function behave(session: ClientHttp2Session, conduct: Conduct): Promise<number | undefined> {
  const stream = session.request({
    ':method': 'POST',
    ':path': '/',
    'content-type': 'application/json',
  });
  const answer = new Promise<number | undefined>((resolve) => {
    let status: number | undefined;
    stream.on('response', (headers) => {
      status = headers[':status'];
    });
    stream.on('error', () => {});
    for (const event of ['end', 'close']) stream.on(event, () => resolve(status));
  });
  stream.resume();
  const NO_ERROR = 0;
  const INTERNAL_ERROR = 2;
  const CANCEL = 8;
  if (conduct === 'asks') stream.end(ASK);
  else if (conduct === 'sends no body') stream.end();
  else if (conduct === 'sends too much') stream.write(' '.repeat(6_000));
  else stream.write(ASK.slice(0, 9));
  if (conduct === 'leaves') stream.close(CANCEL);
  if (conduct === 'breaks off') stream.close(INTERNAL_ERROR);
  if (conduct === 'leaves late') setTimeout(() => stream.close(NO_ERROR), 100);
  return answer;
}

it('frees each stream of a connection, whatever the client does with it', async () => {
  const handler = createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, timeouts: { body: 1_000 } });
  const listener = toNodeListener(handler);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  let open = 0;
  server.on('stream', (stream) => {
    open += 1;
    stream.on('close', () => {
      open -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await fc.assert(
    fc.asyncProperty(conducts, async (all) => {
      const statuses = await Promise.all(all.map((conduct) => behave(session, conduct)));
      for (const [index, status] of statuses.entries()) {
        const conduct = all[index];
        if (conduct === 'asks') expect(status).toBe(200);
        if (conduct === 'stalls') expect(status).toBe(408);
        if (conduct === 'sends too much') expect(status).toBe(413);
        if (conduct === 'sends no body') expect(status).toBe(400);
      }
      await expect.poll(() => open).toBe(0);
      expect(await behave(session, 'asks')).toBe(200);
    }),
    { numRuns: 3 },
  );
  session.destroy();
  server.close();
});
