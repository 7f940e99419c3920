import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { preloadZoom, selfHosted } from '../../src/index.ts';
import type { ZoomJoinProps } from '../../src/react/props.ts';
import type { Preload } from '../../src/react/screens/hooks/use-preload.ts';
import { joinPractice } from '../support/practice.tsx';

afterEach(cleanup);

const later = (preload?: Preload, props: Partial<ZoomJoinProps> = {}) =>
  joinPractice({ props: { autoJoin: false, ...(preload && { preload }), ...props } });

const button = () => screen.findByRole('button', { name: 'Join meeting' });
const frames = () => document.querySelectorAll('iframe');
/** Waits until the screens have rendered the badge. The screens also start the preload. */
const screensAreThere = () =>
  vi.waitUntil(() => document.querySelector('.zoom-join-badge')?.childElementCount, { timeout: 10_000 });

/** Whether the SDK is initialised and its media script has run. */
const isReady = (document: Document | null | undefined) =>
  'JsMediaSDK_Instance' in (document?.defaultView ?? {});

describe('preload', () => {
  it('does nothing of Zoom’s before the click by default', async () => {
    const { until } = later();
    await screensAreThere();
    const join = await button();
    fireEvent.pointerOver(join);
    join.focus();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(frames()).toHaveLength(0);
    fireEvent.click(join);
    await until('joined');
  });

  it('on mounting: the SDK is there before the click, and nobody has been asked or told', async () => {
    const { until, frameDocument, getSignature, log, meetingText } = later('mount');
    await vi.waitUntil(() => isReady(frameDocument()), { timeout: 10_000 });
    const prepared = frameDocument();
    expect([log, getSignature.mock.calls]).toEqual([[], []]);
    expect(frames()).toHaveLength(1);
    fireEvent.click(await button());
    await until('joined');
    expect(frameDocument()).toBe(prepared);
    expect(prepared?.querySelectorAll('script[src$="js_media.min.js"]')).toHaveLength(1);
    expect(log).toEqual(['authorizing', 'joining', 'joined', 'onJoined']);
    await expect.poll(meetingText).toContain('Grace Hopper');
  });

  it.each([
    ['the pointer', (join: HTMLElement) => fireEvent.pointerOver(join)],
    ['the focus', (join: HTMLElement) => join.focus()],
  ])('on intent: when %s comes to the button', async (_name, sign) => {
    const { until, frameDocument, getSignature, root } = later('intent');
    await screensAreThere();
    fireEvent.pointerOver(root() as HTMLElement);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(frames()).toHaveLength(0);
    const join = await button();
    sign(join);
    await vi.waitUntil(() => isReady(frameDocument()), { timeout: 10_000 });
    const prepared = frameDocument();
    expect(getSignature).not.toHaveBeenCalled();
    fireEvent.click(join);
    await until('joined');
    expect(frameDocument()).toBe(prepared);
  });

  it('a click does not wait for a preload to end', async () => {
    const { until } = later('intent');
    await screensAreThere();
    const join = await button();
    fireEvent.pointerOver(join);
    fireEvent.click(join);
    await until('joined');
    expect(frames()).toHaveLength(1);
  });

  it('by the handle, for a layout of one’s own', async () => {
    const { ref, until, frameDocument } = later();
    ref.current?.preload();
    ref.current?.preload();
    await vi.waitUntil(() => isReady(frameDocument()), { timeout: 10_000 });
    const prepared = frameDocument();
    ref.current?.join();
    await until('joined');
    expect(frameDocument()).toBe(prepared);
    expect(frames()).toHaveLength(1);
  });

  it('anew when a prop has outdated it', async () => {
    const { rerender, until, frameDocument, meetingText } = later('mount');
    await vi.waitUntil(() => isReady(frameDocument()), { timeout: 10_000 });
    const outdated = frameDocument();
    rerender({ language: 'de-DE' });
    await vi.waitUntil(() => frameDocument() !== outdated && isReady(frameDocument()), { timeout: 10_000 });
    const prepared = frameDocument();
    expect(frames()).toHaveLength(1);
    fireEvent.click(await screen.findByRole('button', { name: /beitreten|teilnehmen/i }));
    await until('joined');
    expect(frameDocument()).toBe(prepared);
    await expect.poll(meetingText).toContain('Grace Hopper');
  });

  it('with a preload that is outdated at the click, the click starts anew', async () => {
    const { ref, rerender, until, frameDocument } = later();
    ref.current?.preload();
    await vi.waitUntil(() => isReady(frameDocument()), { timeout: 10_000 });
    const outdated = frameDocument();
    rerender({ hideMeetingInfo: true });
    ref.current?.join();
    await until('joined');
    expect(frameDocument()).not.toBe(outdated);
    expect(frames()).toHaveLength(1);
  });

  it('one that fails is not told; the join is', async () => {
    const prepare = vi.fn();
    const sdk = { id: 'nowhere', scripts: ['/nowhere/sdk.js'], prepare };
    const { errors, log, rerender, until, status } = later('mount', { sdk });
    await screensAreThere();
    await expect.poll(() => prepare.mock.calls.length).toBe(1);
    await expect.poll(() => frames().length).toBe(0);
    rerender();
    rerender();
    expect([status(), log, frames().length, prepare.mock.calls.length]).toEqual(['idle', [], 0, 1]);
    fireEvent.click(await button());
    await until('failed');
    expect(errors).toHaveLength(1);
  });

  it('goes with the component', async () => {
    const { unmount, frameDocument, log } = later('mount');
    await vi.waitUntil(() => frameDocument(), { timeout: 10_000 });
    unmount();
    expect(frames()).toHaveLength(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([frames().length, log]).toEqual([0, []]);
  });
});

/** Safari does not support `prefetch`. */
const REL = document.createElement('link').relList.supports('prefetch') ? 'prefetch' : 'preload';

describe('preloadZoom', () => {
  const FILES = [
    'react.min.js',
    'react-dom.min.js',
    'zoomus-websdk-embedded.umd.min.js',
    'js_media.min.js',
  ] as const;
  const links = () =>
    [...document.head.querySelectorAll('link')].filter(({ href }) => href.includes('/zoom-sdk/'));
  const fileOf = ({ href }: HTMLLinkElement) => new URL(href).pathname.split('/').at(-1);
  const haveArrived = () =>
    vi.waitUntil(() => links().every(({ href }) => performance.getEntriesByName(href).length > 0), {
      timeout: 15_000,
    });
  afterEach(() => {
    for (const link of links()) link.remove();
  });

  /** Adds a script of the page's own, as a server writes it for a policy with nonces. */
  function addPageScript(nonce: string) {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.nonce = nonce;
    script.setAttribute('nonce', nonce);
    document.head.append(script);
    return script;
  }

  it('fetches the SDK’s files, each once, and runs nothing', async () => {
    const before = new Set(Object.keys(window));
    preloadZoom(selfHosted());
    preloadZoom(selfHosted());
    expect(links().map(fileOf)).toEqual(FILES);
    expect(links().map(({ rel, nonce }) => [rel, nonce])).toEqual(FILES.map(() => [REL, '']));
    await haveArrived();
    expect(Object.keys(window).filter((name) => !before.has(name))).toEqual([]);
    expect(frames()).toHaveLength(0);
  });

  it('preloads with a nonce, since no nonce lets a prefetch through', async () => {
    const before = new Set(Object.keys(window));
    preloadZoom(selfHosted(), { nonce: 'r4nd0m' });
    preloadZoom(selfHosted(), { nonce: 'r4nd0m' });
    expect(links().map(fileOf)).toEqual(FILES);
    expect(links().map(({ rel, as, nonce, fetchPriority }) => [rel, as, nonce, fetchPriority])).toEqual(
      FILES.map(() => ['preload', 'script', 'r4nd0m', 'low']),
    );
    await haveArrived();
    expect(Object.keys(window).filter((name) => !before.has(name))).toEqual([]);
  });

  it('takes the nonce of the page’s own scripts', () => {
    const script = addPageScript('fr0mpage');
    preloadZoom(selfHosted());
    script.remove();
    expect(links().map(({ rel, nonce }) => [rel, nonce])).toEqual(FILES.map(() => ['preload', 'fr0mpage']));
  });

  it('prefers the nonce that it is given', () => {
    const script = addPageScript('fr0mpage');
    preloadZoom(selfHosted(), { nonce: 'r4nd0m' });
    script.remove();
    expect(links().map(({ nonce }) => nonce)).toEqual(FILES.map(() => 'r4nd0m'));
  });

  it('takes an empty nonce for none', () => {
    const script = addPageScript('');
    preloadZoom(selfHosted());
    script.remove();
    expect(links().map(({ rel }) => rel)).toEqual(FILES.map(() => REL));
  });

  it('fetches no script for a source that brings its own client', () => {
    const before = document.head.querySelectorAll('link').length;
    preloadZoom({ id: 'own', createClient: () => Promise.reject(new Error('not called')) });
    expect(document.head.querySelectorAll('link')).toHaveLength(before);
  });
});
