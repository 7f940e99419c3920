import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { MOMENTS, moment } from './moments.ts';
import { otherWays, show, standStill } from './show.tsx';

afterEach(cleanup);
beforeAll(() => page.viewport(1920, 1080));

/** Returns what axe finds, and the contrasts that it could not decide about. */
async function problems(root: Element): Promise<string[]> {
  const { violations, incomplete } = await axe.run(root, { resultTypes: ['violations', 'incomplete'] });
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any.map(({ message }) => message)}`),
  );
}

describe.each([
  [240, 180],
  [800, 450],
  [1920, 1080],
])('at %i × %i', (width, height) => {
  it.each(Object.entries(MOMENTS))('axe finds nothing on %s, light and dark', async (_name, moment) => {
    // The worst case behind the translucent overlay is a white area, such as a shared document.
    for (const scheme of ['light', 'dark'] as const) {
      const { root, unmount } = show(moment, { width, height, scheme, meeting: '#fff' });
      await otherWays();
      standStill();
      expect(await problems(root)).toEqual([]);
      unmount();
    }
  });
});

it('has a name for every screen, and for all that can be pressed', async () => {
  for (const moment of Object.values(MOMENTS)) {
    const { root, unmount } = show(moment);
    await otherWays();
    const group = root.querySelector('[role=group]');
    expect(group?.getAttribute('aria-label')).toMatch(/\w{3}/);
    expect(group?.querySelectorAll('button, a').length).toBeGreaterThan(0);
    unmount();
  }
});

describe('somebody who asks for it', () => {
  const media = (name: string, value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
  const turning = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;

  it('sees nothing move', async () => {
    show(moment('joining'));
    expect(turning()).toBe(1);
    await media('prefers-reduced-motion', 'reduce');
    expect(turning()).toBe(0);
    await media('prefers-reduced-motion', '');
  });

  it('sees where the focus is, and each button as one, in forced colours', async () => {
    await media('forced-colors', 'active');
    const { root } = show(moment('failed'));
    const button = root.querySelector('button');
    expect(button && getComputedStyle(button).borderTopColor).toBe('rgb(0, 0, 0)');
    await media('forced-colors', '');
  });
});
