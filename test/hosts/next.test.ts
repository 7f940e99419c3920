import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { jwtVerify } from 'jose';
import { SDK_VERSION, zoomCdn } from 'react-zoom-join';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignatureReply } from '../../src/server/index.ts';
import { firstOf } from '../support/is-all.ts';
import { describeHost } from './battery.ts';
import { buildNext, copyExample, startNext } from './next-example.ts';
import { SECRETS } from './secrets.ts';

/** A server component, which has no 'use client'. */
const SERVER_COMPONENT = `
import { connection } from 'next/server';
import { Suspense } from 'react';
import { inspectSignature, preloadZoom, SDK_VERSION, selfHosted, ZoomJoin, zoomCdn } from 'react-zoom-join';
import { createMeetingSimulator } from 'react-zoom-join/testing';
import { getSignature } from '../actions';

async function Called() {
  await connection();
  preloadZoom(zoomCdn());
  const report = inspectSignature('not a signature');
  const { sdk } = createMeetingSimulator();
  return <pre>{JSON.stringify([SDK_VERSION, zoomCdn().id, report.ok, typeof sdk.id])}</pre>;
}

export default function Page() {
  return (
    <Suspense>
      <Called />
      <ZoomJoin meeting="standup" userName="Ada" getSignature={getSignature} sdk={selfHosted('/zoom-sdk')} />
    </Suspense>
  );
}
`;

let folder: string;
let printed: string;
beforeAll(async () => {
  folder = await copyExample('next-app', { 'app.ts': 'lib/app.ts', 'session.ts': 'lib/data.ts' });
  await mkdir(`${folder}/app/server-component`);
  await writeFile(`${folder}/app/server-component/page.tsx`, SERVER_COMPONENT);
  printed = await buildNext(folder);
});

it('is built without the secrets, and says which variables it will need', () => {
  expect(printed).toMatch(/createSignatureHandler: `sdkKey` is missing\..*ZOOM_SDK_KEY/);
});

describeHost('a route handler of Next.js', async () => {
  const { url, stop } = await startNext(folder);
  return { url: `${url}/api/zoom`, stop };
});

// To install and build it takes half a minute.
for (const example of firstOf(0, ['next-pages'])) {
  describeHost('an API route of Next.js', async () => {
    const pages = await copyExample(example, { 'app.ts': 'lib/data.ts' });
    await buildNext(pages);
    const { url, stop } = await startNext(pages);
    return { url: `${url}/api/zoom`, stop };
  });
}

it('a server component of Next.js calls what needs no browser, and renders <ZoomJoin>', async () => {
  const { url, stop } = await startNext(folder);
  const html = await fetch(`${url}/server-component`).then((response) => response.text());
  await stop();
  const called = JSON.stringify([SDK_VERSION, zoomCdn().id, false, 'string']);
  expect(html.replaceAll('&quot;', '"')).toContain(`<pre>${called}</pre>`);
  expect(html).toContain('data-status="idle"');
});

describe('a server action of Next.js', () => {
  let app: Awaited<ReturnType<typeof startNext>>;
  let action: string;
  beforeAll(async () => {
    app = await startNext(folder);
    const manifest = await readFile(`${folder}/.next/server/server-reference-manifest.json`, 'utf8');
    const { node } = JSON.parse(manifest) as { node: Record<string, unknown> };
    [action = ''] = Object.keys(node);
  });
  afterAll(() => app?.stop());

  /** Calls the action as React does: the arguments are JSON, and the answer is in the response's row 1. */
  const call = async (session: string, ...args: unknown[]) => {
    const response = await fetch(`${app.url}/meeting-by-action`, {
      method: 'POST',
      headers: { 'next-action': action, accept: 'text/x-component', cookie: `session=${session}` },
      body: JSON.stringify(args),
    });
    const text = await response.text();
    return { status: response.status, text, answer: /^1:(\{.*\})$/m.exec(text)?.[1] };
  };
  const REQUEST = { meeting: 'standup', role: 0, videoWebRtcMode: 1, reason: 'join', attempt: 1 };

  it('signs for the meeting and the role that it decided on', async () => {
    const { status, answer = '' } = await call('ada', REQUEST);
    expect(status).toBe(200);
    const { signature, ...rest } = JSON.parse(answer) as SignatureReply;
    expect(rest).toEqual({ meetingNumber: '98765432109', password: 'room-passcode', userName: 'Ada' });
    const { payload } = await jwtVerify(signature, new TextEncoder().encode(SECRETS.ZOOM_SDK_SECRET));
    expect(payload).toMatchObject({
      appKey: SECRETS.ZOOM_SDK_KEY,
      mn: '98765432109',
      role: 1,
      video_webrtc_mode: 1,
    });
  });

  it.each([
    ['somebody else', 'eve', REQUEST],
    ['nobody', '', REQUEST],
    ['another meeting', 'ada', { ...REQUEST, meeting: 'other' }],
    ['what is no name', 'ada', { ...REQUEST, meeting: { $ne: '' } }],
    ['no request at all', 'ada', undefined],
  ])('gives nothing for %s', async (_whom, session, request) => {
    const { status, text, answer } = await call(session, ...(request === undefined ? [] : [request]));
    expect(status).toBe(500);
    expect(answer).toBeUndefined();
    for (const secret of ['eyJ', '98765432109', 'room-passcode', ...Object.values(SECRETS)]) {
      expect(text).not.toContain(secret);
    }
  });
});
