import { request as nodeRequest } from 'node:http';
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignatureReply } from '../../src/server/index.ts';
import { refusal } from '../server/requests.ts';
import { SECRETS } from './secrets.ts';

export interface Host {
  /** The URL of its endpoint. */
  url: string;
  stop(): unknown;
}

const ASK = JSON.stringify({ meeting: 'standup', role: 1, reason: 'join' });
const OTHER = 'https://other.example';

/**
 * Sends the same requests to an endpoint of docs/endpoint.md, whatever it runs in. `pages`: the origin that it
 * allows.
 */
export function describeHost(
  name: string,
  start: () => Promise<Host>,
  { pages }: { pages?: string } = {},
): void {
  describe(name, () => {
    let host: Host;
    beforeAll(async () => {
      host = await start();
    });
    afterAll(() => host?.stop());

    const send = (body: string | undefined, headers: Record<string, string> = {}, method = 'POST') =>
      ask(host.url, method, { 'content-type': 'application/json', cookie: 'session=ada', ...headers }, body);
    const allowed = () => pages ?? new URL(host.url).origin;

    it('signs for the meeting and the role that the server decided on', async () => {
      const response = await send(ASK, { origin: allowed() });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('access-control-allow-origin')).toBe(pages ?? null);
      const { signature, ...rest } = (await response.json()) as SignatureReply;
      expect(rest).toEqual({ meetingNumber: '98765432109', password: 'room-passcode', userName: 'Ada' });
      const { payload } = await jwtVerify(signature, new TextEncoder().encode(SECRETS.ZOOM_SDK_SECRET));
      expect(payload).toMatchObject({ appKey: SECRETS.ZOOM_SDK_KEY, mn: '98765432109', role: 1 });
    });

    it('refuses who may not, and what it cannot read', async () => {
      const forbidden = { status: 403, code: 'forbidden' };
      expect(await refusal(await send(ASK, { cookie: 'session=eve' }))).toEqual(forbidden);
      expect(await refusal(await send(ASK, { cookie: '' }))).toEqual(forbidden);
      expect(await refusal(await send('{'))).toEqual({ status: 400, code: 'invalid-json' });
      expect(await refusal(await send(' '.repeat(4_097)))).toEqual({ status: 413, code: 'body-too-large' });
      expect((await send(ASK, { 'content-type': 'text/plain' })).status).toBe(415);
      expect((await send(undefined, {}, 'GET')).status).toBe(405);
    });

    it('refuses the pages of another site', async () => {
      const response = await send(ASK, { origin: OTHER, 'sec-fetch-site': 'cross-site' });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await refusal(response)).toEqual({ status: 403, code: 'forbidden-origin' });
      // Without the browser's header, the endpoint compares the origin with the Host header.
      expect((await send(ASK, { origin: OTHER })).status).toBe(403);
      const preflight = await send(
        undefined,
        { origin: OTHER, 'access-control-request-method': 'POST' },
        'OPTIONS',
      );
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    });

    if (pages === undefined) return;
    it('answers the preflight of its pages', async () => {
      const headers = { origin: pages, 'access-control-request-method': 'POST' };
      const response = await send(undefined, headers, 'OPTIONS');
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe(pages);
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
      expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
      expect(response.headers.get('vary')).toMatch(/\bOrigin\b/);
    });
  });
}

/** Sends a request as a browser would. Node's `fetch` changes the headers that say where a request comes from. */
async function ask(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const outgoing = nodeRequest(url, { method, headers, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () => {
        const { statusCode: status = 0, headers: received } = incoming;
        const answered = new Headers();
        for (const [name, value] of Object.entries(received)) answered.set(name, String(value));
        resolve(new Response(status === 204 ? null : text, { status, headers: answered }));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
