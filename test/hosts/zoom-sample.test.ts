import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { jwtVerify } from 'jose';
import type { GetSignature, SignatureRequest } from 'react-zoom-join';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { classify } from '../../src/failures/classify.ts';
import { explain } from '../../src/failures/words/explain.ts';
import { readAnswer } from '../../src/session/authorize/read-grant.ts';
import { RECIPES, ROOT } from './recipes.ts';
import { SECRETS } from './secrets.ts';

/** The endpoint of examples/zoom-sample-endpoint, which has the rules of Zoom's own sample. */
const SERVER = `${ROOT}/examples/zoom-sample-endpoint/server/zoom-sample.ts`;
const REQUEST: SignatureRequest = {
  meeting: '98765432109',
  meetingNumber: '98765432109',
  role: 0,
  videoWebRtcMode: 1,
  reason: 'join',
  attempt: 1,
};

let server: Server;
let origin: string;
let getSignature: GetSignature;
beforeAll(async () => {
  vi.stubEnv('ZOOM_MEETING_SDK_KEY', SECRETS.ZOOM_SDK_KEY);
  vi.stubEnv('ZOOM_MEETING_SDK_SECRET', SECRETS.ZOOM_SDK_SECRET);
  const { app } = (await import(/* @vite-ignore */ SERVER)) as { app: Express };
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A page resolves the path.
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(new URL(path, origin), init));
  const recipe = `${RECIPES}/zoom-signature.ts`;
  ({ getSignature } = (await import(/* @vite-ignore */ recipe)) as { getSignature: GetSignature });
});
afterAll(() => {
  server.close();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const ask = (request: object) =>
  getSignature(request as SignatureRequest, { signal: new AbortController().signal });

describe('Zoom’s sample endpoint', () => {
  it('signs for what the one line sends it', async () => {
    const { signature, ...rest } = await readAnswer(await ask(REQUEST));
    expect(rest).toEqual({});
    const { payload } = await jwtVerify(signature, new TextEncoder().encode(SECRETS.ZOOM_SDK_SECRET));
    expect(payload).toMatchObject({
      appKey: SECRETS.ZOOM_SDK_KEY,
      mn: '98765432109',
      role: 0,
      video_webrtc_mode: 1,
    });
  });

  it.each([
    ['no number with its role', { meetingNumber: undefined }, '$schema'],
    ['a number without role', { role: undefined }, '$schema'],
    ['a role that is a text', { role: '0' }, 'role'],
    ['a role that does not exist', { role: 2 }, 'role'],
    ['too short a time', { expirationSeconds: 60 }, 'expirationSeconds'],
    ['a mode that does not exist', { videoWebRtcMode: 2 }, 'videoWebRtcMode'],
  ])('refuses %s, and names it', async (_what, wrong, property) => {
    const response = (await ask({ ...REQUEST, ...wrong })) as Response;
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors: [{ property, reason: expect.any(String) }] });
  });

  it('signs for a native app, without number and role', async () => {
    const response = (await ask({ expirationSeconds: 1_800 })) as Response;
    const { signature } = (await response.json()) as { signature: string };
    const { payload } = await jwtVerify(signature, new TextEncoder().encode(SECRETS.ZOOM_SDK_SECRET));
    expect(Number(payload.exp) - Number(payload.iat)).toBe(1_800);
  });

  it('gives its reason to the developer of an app that asks by a name of its own', async () => {
    const { meetingNumber, ...named } = { ...REQUEST, meeting: 'weekly-review' };
    const thrown = await readAnswer(await ask(named)).catch((error: unknown) => error);
    const error = await explain(classify(thrown));
    expect(error.code).toBe('signature-request-failed');
    expect(error.hint).toMatch(
      /^The endpoint said: “\$schema: meetingNumber and role: give both or neither\.”/,
    );
    expect(error.userMessage).not.toContain('meetingNumber');
  });
});
