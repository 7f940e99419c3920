import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isolation } from '../headers/isolation.ts';
import { app, type FixturePage, type Harness, meetingText, sharedHarness } from '../support/harness.ts';
import { firstOf } from '../support/is-all.ts';

/** Tests what docs/content-security-policy.md says about Trusted Types and cross-origin isolation. */
let harness: Harness;
beforeAll(async () => {
  harness = await sharedHarness();
});
afterAll(() => harness.stop());
beforeEach(() => harness.zoom.reset());

async function join(
  headers: Record<string, string>,
  sdk = '/zoom-sdk',
): Promise<FixturePage & { end: string }> {
  harness.pages.headers = headers;
  const fixture = await harness.open('react-19');
  await fixture.page.evaluate((source) => window.app.mount({ sdk: source }), sdk);
  return { ...fixture, end: await fixture.status('joined', 'failed') };
}

describe('Trusted Types', () => {
  const demand = "require-trusted-types-for 'script'";

  it.each([
    ['demanded', demand],
    ['demanded, with the names of policies', `${demand}; trusted-types my-app default`],
  ])('%s: the meeting takes place', async (_name, policy) => {
    const { page, problems, end, close } = await join({ 'content-security-policy': policy });
    expect(end).toBe('joined');
    await expect.poll(() => meetingText(page)).toContain('Grace Hopper');
    expect(problems).toEqual([]);
    // The frame's policy applies in the frame only: the page's own strings are still refused.
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<p></p>';
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
    await close();
  });

  it('demanded in an isolated page: the SDK’s workers are refused their scripts, as the page about it says', async () => {
    const { problems, end, close } = await join({
      'content-security-policy': demand,
      ...isolation('credentialless'),
    });
    expect(end).toBe('joined');
    await expect.poll(() => problems.join()).toContain("'importScripts' on 'WorkerGlobalScope'");
    await close();
  });

  it('without the name `default`: fails, and says so', async () => {
    const { page, end, close } = await join({ 'content-security-policy': `${demand}; trusted-types my-app` });
    expect(end).toBe('failed');
    const error = await app(page, ({ errors }) => ({ code: errors[0]?.code, hint: errors[0]?.hint }));
    expect(error.code).toBe('sdk-blocked-by-policy');
    expect(error.hint).toContain('`default`');
    expect(await page.locator('iframe').count()).toBe(0);
    await close();
  });
});

describe('cross-origin isolation', () => {
  /** Returns what the SDK gains in its frame, and the views that the meeting offers. */
  const gains = (page: FixturePage['page']) =>
    page.evaluate(async (all) => {
      const frame = document.querySelector('iframe')?.contentWindow as typeof globalThis | null | undefined;
      const views: string[] = [];
      for (const view of all) {
        if (await window.app.handle?.client?.setViewType(view)) views.push(view);
      }
      return { isolated: frame?.crossOriginIsolated, shared: typeof frame?.SharedArrayBuffer, views };
    }, ALL);
  const ALL = ['gallery', 'speaker', 'active', 'ribbon', 'minimized'] as const;

  const ISOLATED = [
    ['require-corp', 'cdn'],
    ['credentialless', '/zoom-sdk'],
    ['require-corp', '/zoom-sdk'],
    ['credentialless', 'cdn'],
  ] as const;
  it.each(firstOf(1, ISOLATED))('%s, SDK from %s: all views without WebRTC video', async (embedder, sdk) => {
    harness.zoom.reset({ layout: 'legacy' });
    const { page, problems, end, close } = await join(isolation(embedder), sdk);
    expect(end).toBe('joined');
    expect(await gains(page)).toEqual({ isolated: true, shared: 'function', views: ALL });
    expect(problems).toEqual([]);
    await close();
  });

  it('without it: gallery and minimized alone', async () => {
    harness.zoom.reset({ layout: 'legacy' });
    const { page, close } = await join({});
    expect(await gains(page)).toEqual({
      isolated: false,
      shared: 'undefined',
      views: ['gallery', 'minimized'],
    });
    await close();
  });

  it('without it, but with WebRTC video: all views', async () => {
    harness.zoom.reset({ layout: 'webrtc' });
    const { page, close } = await join({});
    expect(await gains(page)).toEqual({ isolated: false, shared: 'undefined', views: ALL });
    await close();
  });
});
