import { cleanup } from '@testing-library/react';
import axe, { type NodeResult } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { MOMENTS } from './moments.ts';
import { otherWays, show, standStill } from './show.tsx';

afterEach(cleanup);
beforeAll(() => page.viewport(1920, 1080));

/** Returns what axe finds, and the contrasts that it could not decide about. */
async function problems(root: Element): Promise<string[]> {
  const { violations, incomplete } = await axe.run(root, {
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
  });
  // It can't decide about text to which the user has to scroll, from under the buttons in a small box. Which text that
  // is depends on the engine's fonts.
  const actions = root.querySelector('.zoom-join-actions');
  const end = actions?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
  const isSeen = ({ element }: NodeResult) =>
    actions?.contains(element ?? null) || (element?.getBoundingClientRect().bottom ?? 0) <= end;
  const undecided = incomplete.map((found) => ({ ...found, nodes: found.nodes.filter(isSeen) }));
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
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
