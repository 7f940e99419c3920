import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ZoomJoinProps } from '../../../src/react/props.ts';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('other-attributes', () => {
  it('they are on the root element', async () => {
    const tab = await world.open();
    const show = (hidden: boolean) =>
      tab.evaluate(
        (isHidden) =>
          window.app.mount({
            sdk: 'practice',
            autoJoin: false,
            id: 'class-42',
            dir: 'rtl',
            hidden: isHidden,
            tabIndex: -1,
            'aria-label': 'Class 42',
            // TypeScript accepts any `data-` attribute only in JSX.
            ...{ 'data-testid': 'meeting' },
            className: 'own',
            style: { outlineWidth: 3 },
            onClick: () => window.app.log.push('clicked'),
          }),
        hidden,
      );
    await show(false);
    const root = () =>
      tab.evaluate(() => {
        const element = document.querySelector<HTMLElement>('[data-zoom-join]');
        element?.click();
        return {
          id: element?.id,
          dir: element?.dir,
          tabIndex: element?.tabIndex,
          label: element?.ariaLabel,
          testId: element?.dataset['testid'],
          className: element?.className,
          outline: element?.style.outlineWidth,
          position: element?.style.position,
          isSeen: element?.checkVisibility(),
        };
      });
    const expected = {
      id: 'class-42',
      dir: 'rtl',
      tabIndex: -1,
      label: 'Class 42',
      testId: 'meeting',
      className: 'own',
      outline: '3px',
      // The component's own style stays beside the app's.
      position: 'relative',
      isSeen: true,
    };
    expect(await root()).toEqual(expected);
    expect(await tab.log()).toEqual(['clicked']);
    await show(true);
    expect(await root()).toEqual({ ...expected, isSeen: false });
    await tab.close();
  });

  it('so they are in the server’s HTML', async () => {
    const built = new URL('../../../dist/index.js', import.meta.url).href;
    const { ZoomJoin } = (await import(/* @vite-ignore */ built)) as {
      ZoomJoin: (props: ZoomJoinProps) => ReactElement;
    };
    const html = renderToString(
      createElement(ZoomJoin, {
        meeting: '123 4567 8901',
        userName: 'Ada Lovelace',
        getSignature: () => '',
        id: 'class-42',
        'aria-label': 'Class 42',
        ...{ 'data-testid': 'meeting' },
      }),
    );
    const [root = ''] = /<div[^>]*>/.exec(html) ?? [];
    for (const attribute of ['id="class-42"', 'aria-label="Class 42"', 'data-testid="meeting"'])
      expect(root).toContain(attribute);
  });
});
