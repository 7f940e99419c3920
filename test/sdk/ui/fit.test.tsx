import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { findClient } from '../../../src/sdk/loading/load-sdk.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { TAKEN_MS, videoSize } from '../../../src/sdk/ui/fit.ts';
import { joinPractice } from '../../support/practice.tsx';

afterEach(cleanup);

const SIZES = [
  [1280, 720],
  [800, 500],
  [480, 640],
  [320, 240],
] as const;
const BOX = { width: 640, height: 360 };
const VIEWS = ['gallery', 'speaker', 'active', 'ribbon', 'minimized'] as const;

/** Returns the widget's box in the frame, whose size is the component's. */
function widgetBox(frame: Document | null | undefined) {
  const widget = frame?.querySelector<HTMLElement>('#zoom>div>div:first-child>div');
  if (!widget) return undefined;
  const { left, top, right, bottom, width } = widget.getBoundingClientRect();
  return { left, top, right, bottom, width, scale: width / widget.offsetWidth };
}

describe('the whole meeting is inside its container, in the middle', () => {
  it.each(SIZES)('at %i × %i, in every view, and when it is resized', async (width, height) => {
    const { until, root, ref, frameDocument } = joinPractice({
      props: { style: { width, height, aspectRatio: 'auto' } },
    });
    await until('joined');
    for (const view of VIEWS) {
      expect(await ref.current?.client?.setViewType(view)).toBe(true);
      await expect.poll(() => overflow(frameDocument(), width, height), { message: view }).toBe(0);
    }
    await ref.current?.client?.setViewType('gallery');
    root()?.style.setProperty('width', `${width / 2}px`);
    await expect.poll(() => overflow(frameDocument(), width / 2, height)).toBe(0);
  });

  it('in the stacked layout, too, and is rendered at its size rather than scaled down', async () => {
    const { until, frameDocument } = joinPractice({ layout: 'legacy' });
    await until('joined');
    await expect.poll(() => overflow(frameDocument(), 800, 500)).toBe(0);
    await expect.poll(() => widgetBox(frameDocument())).toMatchObject({ top: 0, bottom: 500, scale: 1 });
  });

  it('with its panels, however small it is', async () => {
    const { until, frameDocument } = joinPractice({
      props: { style: { width: 320, height: 240, aspectRatio: 'auto' } },
    });
    await until('joined');
    const frame = frameDocument();
    await expect.poll(() => frame?.querySelector('button[title=Participants]')).not.toBeNull();
    frame?.querySelector<HTMLElement>('button[title=Participants]')?.click();
    const panel = () => frame?.querySelector('body>[role=dialog]')?.getBoundingClientRect();
    // Three quarters of its 400 px.
    await expect.poll(panel).toMatchObject({ top: 0, left: 0, right: 300, bottom: 240 });
  });

  it('in the ribbon, which has pages, as large as it can be while people come and go', async () => {
    const others = ['Katherine', 'Mary', 'Dorothy', 'Annie'];
    const { until, simulator, frameDocument } = joinPractice({
      people: ['Grace', 'Alan', ...others],
      props: { view: 'ribbon', style: { ...BOX, aspectRatio: 'auto' } },
    });
    await until('joined');
    // Measure the videos, because the toolbar keeps the widget itself wider.
    const width = () => frameDocument()?.querySelector('video-player-container')?.clientWidth;
    const isRightFor = (people: number) =>
      expect.poll(width, { message: `${people} people` }).toBe(videoSize(BOX, 'ribbon', people).width);
    await isRightFor(7);
    for (const { userId, name } of simulator.participants.list()) {
      if (others.includes(name)) await simulator.participants.remove(userId);
    }
    await isRightFor(3);
    for (const name of others) await simulator.participants.add(name);
    await isRightFor(7);
  });

  it('gets its size once in a frame, however busy the page is', async () => {
    const { until, root, frameDocument } = joinPractice();
    await until('joined');
    await expect.poll(() => overflow(frameDocument(), 800, 500)).toBe(0);
    const window = frameDocument()?.defaultView as FrameWindow;
    const client = findClient(window);
    if (client === undefined) throw new Error('The SDK has no client.');
    // It does not apply its size, so it is due to get it again …
    const frames: unknown[] = [];
    client.updateVideoOptions = () => frames.push(window.document.timeline.currentTime);
    let again: (() => void) | undefined;
    const later = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => {
        if (ms === TAKEN_MS) again = run;
        return later(run, ms === TAKEN_MS ? 60_000 : ms);
      },
    });
    root()?.style.setProperty('width', '500px');
    await expect.poll(() => again).toBeDefined();
    // … in the frame in which it gets another one, as when the page was busy.
    const told = frames.length;
    await new Promise<void>((resolve) =>
      window.requestAnimationFrame(() => {
        again?.();
        root()?.style.setProperty('width', '400px');
        resolve();
      }),
    );
    await new Promise((resolve) => later(resolve, 200));
    expect(frames.length).toBeGreaterThan(told);
    expect(new Set(frames).size).toBe(frames.length);
  });

  it('leaves the SDK alone with fit="none"', async () => {
    const { until, frameDocument } = joinPractice({ props: { fit: 'none' } });
    await until('joined');
    await expect.poll(() => widgetBox(frameDocument())?.width).toBeGreaterThan(200);
    expect(widgetBox(frameDocument())).toMatchObject({ left: 0, top: 0 });
  });
});

/** Returns by how many px the widget overflows, or -1 while it is missing or not centred. */
function overflow(frame: Document | null | undefined, width: number, height: number): number {
  const box = widgetBox(frame);
  if (box === undefined || box.width === 0) return -1;
  if (Math.abs(box.left + box.right - width) > 2 || Math.abs(box.top + box.bottom - height) > 2) return -1;
  return Math.round(Math.max(0, -box.left, -box.top, box.right - width, box.bottom - height));
}
