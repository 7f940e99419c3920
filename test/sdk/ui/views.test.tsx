import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ZoomView } from '../../../src/sdk/init/init-options.ts';
import { joinPractice, type PracticeOptions } from '../../support/practice.tsx';

afterEach(cleanup);

function joinWithViews({ props, ...options }: PracticeOptions = {}) {
  const views: ZoomView[] = [];
  const onViewChange = (view: ZoomView) => views.push(view);
  return { views, ...joinPractice({ ...options, props: { onViewChange, ...props } }) };
}

describe('onViewChange tells the view that is really shown', () => {
  it('at first, by the prop, and when the person changes it in Zoom’s own menu', async () => {
    const { until, rerender, views, frameDocument } = joinWithViews();
    await until('joined');
    await expect.poll(() => views).toEqual(['gallery']);
    rerender({ view: 'speaker' });
    await expect.poll(() => views).toEqual(['gallery', 'speaker']);
    frameDocument()?.querySelector<HTMLElement>('#suspension-view-tab-thumbnail-ribbon')?.click();
    await expect.poll(() => views).toEqual(['gallery', 'speaker', 'ribbon']);
  });

  it('the gallery while the meeting lacks the view that is wished for, which is taken when it has it', async () => {
    const { until, views, simulator, ref } = joinWithViews({ layout: 'legacy', props: { view: 'speaker' } });
    await until('joined');
    await expect.poll(() => views).toEqual(['gallery']);
    expect(await ref.current?.client?.setViewType('speaker')).toBe(false);
    simulator.setLayout('webrtc');
    await simulator.network.failover();
    await expect.poll(() => views.at(-1)).toBe('speaker');
  });

  it('not the gallery but the wish of somebody who chose another one meanwhile', async () => {
    const { until, views, simulator, frameDocument } = joinWithViews({
      layout: 'legacy',
      props: { view: 'speaker' },
    });
    await until('joined');
    await expect.poll(() => views).toEqual(['gallery']);
    frameDocument()?.querySelector<HTMLElement>('#suspension-view-tab-thumbnail-minimized')?.click();
    await expect.poll(() => views).toEqual(['gallery', 'minimized']);
    simulator.setLayout('webrtc');
    await simulator.network.failover();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(views.at(-1)).toBe('minimized');
  });
});

describe('the view stays', () => {
  it('when the connection was lost', async () => {
    const { until, ref, views, simulator } = joinWithViews();
    await until('joined');
    await expect.poll(() => views).toEqual(['gallery']);
    expect(await ref.current?.client?.setViewType('ribbon')).toBe(true);
    await simulator.network.failover();
    await until('joined');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(views).toEqual(['gallery', 'ribbon']);
  });

  it('what it was asked to be in the waiting room', async () => {
    const { until, rerender, views, simulator } = joinWithViews({ waitingRoom: true });
    await until('waiting');
    rerender({ view: 'active' });
    await simulator.host.admit();
    await until('joined');
    await expect.poll(() => views.at(-1)).toBe('active');
  });
});
