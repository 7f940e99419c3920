import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import german from '../../../src/react/texts/languages/de-DE.ts';
import french from '../../../src/react/texts/languages/fr-FR.ts';
import japanese from '../../../src/react/texts/languages/ja-JP.ts';
import russian from '../../../src/react/texts/languages/ru-RU.ts';
import { MOMENTS, type Moment, moment } from './moments.ts';
import { otherWays, type ShowOptions, show, standStill } from './show.tsx';

afterEach(cleanup);
beforeAll(() => page.viewport(1920, 1080));

const FOLDER = '../__screenshots__/screens';

async function take(name: string, shown: Moment, options: ShowOptions = {}): Promise<void> {
  const { root } = show(shown, { appUrl: 'https://zoom.us/j/1', ...options });
  await otherWays();
  standStill();
  await page.elementLocator(root).screenshot({ path: `${FOLDER}/${name}.png` });
  for (const text of root.querySelectorAll<HTMLElement>('.zoom-join-screen :is(p, button, a)')) {
    const box = root.getBoundingClientRect();
    const { top, bottom } = text.getBoundingClientRect();
    if (text.localName !== 'p') {
      expect(top >= box.top && bottom <= box.bottom, `${text.textContent} is out of the box`).toBe(true);
    }
    expect(text.scrollWidth, `${text.textContent} is cut off`).toBeLessThanOrEqual(text.clientWidth + 1);
  }
}

const media = (name: string, value: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });

describe('a picture of', () => {
  it.each(Object.entries(MOMENTS))('%s, in light and dark', async (name, shown) => {
    await take(`${name}.light`, shown);
    await take(`${name}.dark`, shown, { scheme: 'dark' });
  });

  it.each([
    'idle',
    'joining-slow',
    'joining-retry',
    'waiting',
    'reconnecting',
    'left-ended',
    'failed-long',
    'failed-link',
    'failed-phone',
    'failed-app',
  ])('%s, small, large, from right to left, and in forced colours', async (name) => {
    await take(`${name}.240x180`, moment(name), { width: 240, height: 180 });
    await take(`${name}.240x180-dark`, moment(name), { width: 240, height: 180, scheme: 'dark' });
    await take(`${name}.1920x1080`, moment(name), { width: 1920, height: 1080 });
    await take(`${name}.320x560`, moment(name), { width: 320, height: 560 });
    await take(`${name}.rtl`, moment(name), { dir: 'rtl', userName: 'عادة لوفليس' });
    await media('forced-colors', 'active');
    await take(`${name}.forced-colors`, moment(name));
    await media('forced-colors', 'none');
  });

  it('failed-phone, without another way into the meeting', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await take(`failed-phone.link.${scheme}`, moment('failed-phone'), {
        width: 328,
        height: 400,
        scheme,
        appUrl: '',
      });
    }
  });

  it.each(['waiting', 'joining-slow', 'failed', 'failed-phone', 'left-time-limit'])(
    '%s in a small box and the longest words',
    async (name) => {
      for (const [language, labels] of Object.entries({ german, french, russian, japanese })) {
        await take(`${name}.${language}`, moment(name), { width: 240, height: 180, labels });
      }
    },
  );
});
