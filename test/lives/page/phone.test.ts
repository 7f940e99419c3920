import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { firstOf } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { buttons, isRead } from '../support/ours.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

const PHONES = {
  'Safari on an iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1',
  'Chrome on Android':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Firefox on Android': 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
};
const [IPHONE] = Object.values(PHONES);
const viewport = { width: 360, height: 640 };
const APP_URL = 'https://zoom.us/j/12345678901?pwd=secret-passcode';
const OPEN = 'Open in the Zoom app';
const COPY = 'Copy the link to this page';
const FAILED = 'That didn’t work';

let world: World;
/** A tab with the user agent of an iPhone. */
let phone: LifeTab;
const openPhone = (userAgent = IPHONE) => world.open('react-19', { userAgent, viewport, touch: true });
beforeAll(async () => {
  world = await startWorld();
  phone = await openPhone();
});
afterAll(() => world.stop());
beforeEach(() => phone.afresh());

const fails = async (tab: LifeTab, ...offered: string[]) => {
  await tab.status('failed');
  await expect.poll(() => tab.evaluate(buttons)).toEqual(offered);
};
const press = (tab: LifeTab, name: string) => tab.click(`[data-zoom-join] button:has-text("${name}")`);
const reads = (tab: LifeTab, text: string) => tab.until(`“${text}”`, isRead, text);
/** Waits until the tab has opened this many other tabs, the last one at this address. */
const opens = (tab: LifeTab, count: number, address = APP_URL) =>
  expect
    .poll(async () => {
      const opened = await tab.opened();
      return [opened.length, opened.at(-1)];
    })
    .toEqual([count, address]);

life('phone', () => {
  it.each(firstOf(1, Object.entries(PHONES)))(
    '%s: the Zoom app in place of a meeting',
    async (_name, userAgent) => {
      const tab = await openPhone(userAgent);
      await tab.mount({ appUrl: APP_URL });
      await fails(tab, OPEN);
      // The URL is nowhere in the page, because nobody has asked for it yet.
      expect(await tab.evaluate(() => document.documentElement.outerHTML)).not.toContain('secret-passcode');
      await press(tab, OPEN);
      await opens(tab, 1);
      expect(await tab.evaluate(() => document.documentElement.outerHTML)).not.toContain('secret-passcode');
      expect((await tab.log()).filter((entry) => entry.startsWith('getSignature'))).toEqual([]);
      await tab.close();
    },
  );

  it('the tab that it opens cannot reach back into the page', async () => {
    const tab = await openPhone();
    const own = await tab.evaluate(() => new URL('?opened', location.href).href);
    await tab.evaluate(() => localStorage.removeItem('opener'));
    await tab.mount({ appUrl: '?opened' });
    await fails(tab, OPEN);
    await press(tab, OPEN);
    await opens(tab, 1, own);
    await tab.until('the opener', () => localStorage.getItem('opener') !== null);
    expect(await tab.evaluate(() => localStorage.getItem('opener'))).toBe('null');
    await tab.close();
  });

  it('without one: a link to take along, copied on a click', async () => {
    await phone.mount();
    await fails(phone, COPY);
    await reads(phone, 'Please use a computer or the Zoom app.');
    await press(phone, COPY);
    await reads(phone, 'Copied');
    const announced = () =>
      phone.evaluate(() =>
        [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' '),
      );
    expect(await announced()).toContain('Copied');
    await phone.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'field';
      document.body.append(field);
      field.focus();
    });
    await phone.press('Control+v');
    const pasted = await phone.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#field');
      field?.remove();
      return field?.value === location.href;
    });
    expect(pasted).toBe(true);
  });

  it.each(firstOf(1, ['refusing', 'missing']))(
    'with the clipboard %s, it can be copied by hand',
    async (clipboard) => {
      await phone.evaluate((kind) => {
        const value = kind === 'missing' ? undefined : { writeText: () => Promise.reject(new Error('no')) };
        Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
      }, clipboard);
      await phone.mount();
      await fails(phone, COPY);
      await press(phone, COPY);
      await phone.until('the address, selected', () => {
        const field = document.querySelector<HTMLInputElement>('[data-zoom-join] input');
        return (
          field !== null &&
          field === document.activeElement &&
          field.value === location.href &&
          field.selectionEnd === field.value.length
        );
      });
      await phone.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'));
    },
  );

  it('an address that comes on the click: at once, or later', async () => {
    const tab = await openPhone();
    await tab.mount({}, undefined, { scene: 'app-url-given', how: 'returns', address: APP_URL });
    await fails(tab, OPEN);
    expect(await tab.log()).not.toContain('appUrl');
    await press(tab, OPEN);
    await opens(tab, 1);
    await tab.mount({}, undefined, { scene: 'app-url-given', how: 'resolves', address: APP_URL });
    await press(tab, OPEN);
    await opens(tab, 2);
    expect((await tab.log()).filter((entry) => entry === 'appUrl')).toHaveLength(2);
    expect(await tab.evaluate(isRead, FAILED)).toBe(false);
    await tab.close();
  });

  const UNUSABLE = [
    { how: 'rejects', address: APP_URL },
    { how: 'returns', address: 'javascript:window.app.log.push("ran")' },
    { how: 'throws', address: APP_URL },
    { how: 'resolves', address: 'data:text/html,x' },
    { how: 'resolves', address: '' },
  ] as const;
  it.each(firstOf(1, UNUSABLE))(
    'one that does not come ($how, $address): said, and nothing is lost',
    async (given) => {
      await phone.evaluate(() => {
        addEventListener('unhandledrejection', () => window.app.log.push('unhandled'));
      });
      const isSomewhere = (address: string) => !address.startsWith('about:');
      const before = (await phone.opened()).filter(isSomewhere).length;
      await phone.mount({}, undefined, { scene: 'app-url-given', ...given });
      await fails(phone, OPEN);
      await press(phone, OPEN);
      await reads(phone, FAILED);
      await phone.until('a warning', () => window.app.log.includes('onWarning:app-url-failed'));
      await fails(phone, OPEN);
      const log = await phone.log();
      expect(log.filter((entry) => entry === 'unhandled' || entry === 'ran')).toEqual([]);
      expect((await phone.opened()).filter(isSomewhere)).toHaveLength(before);

      // The next attempt gets an address.
      await phone.mount({}, undefined, { scene: 'app-url-given', how: 'returns', address: '/react-19/' });
      await press(phone, OPEN);
      await expect.poll(async () => (await phone.opened()).filter(isSomewhere).length).toBe(before + 1);
      expect(await phone.evaluate(isRead, FAILED)).toBe(false);
    },
  );

  it.each(
    firstOf(2, [' JavaScript:alert(1)', 'http://', 'javascript:alert(1)', 'data:text/html,x', 'blob:null/1']),
  )('one that must not be opened is none: %s', async (appUrl) => {
    await phone.mount({ appUrl });
    await fails(phone, COPY);
    await phone.until('a warning', () => window.app.log.includes('onWarning:app-url-failed'));
    expect(await phone.evaluate(() => window.app.warnings.join())).not.toContain('alert');
  });

  it('a tab that the browser does not open can be opened by another click', async () => {
    const tab = await openPhone();
    await tab.evaluate(() => {
      const { open } = window;
      window.open = (...args) => {
        window.open = open;
        return args[0] === '' ? null : open.call(window, ...args);
      };
    });
    await tab.mount({}, undefined, { scene: 'app-url-given', how: 'resolves', address: APP_URL });
    await fails(tab, OPEN);
    await press(tab, OPEN);
    await reads(tab, FAILED);
    await press(tab, OPEN);
    await opens(tab, 1);
    expect((await tab.log()).filter((entry) => entry === 'appUrl')).toHaveLength(1);
    await tab.close();
  });

  it('`phones: "try"` joins all the same, also after it has failed', async () => {
    await phone.mount({ sdk: 'practice', appUrl: APP_URL }, { people: ['Grace Hopper'] });
    await fails(phone, OPEN);
    await phone.mount({ sdk: 'practice', appUrl: APP_URL, phones: 'try' });
    await phone.status('joined');
    await phone.sees('Grace Hopper');
    await phone.afresh();
    await phone.mount({ sdk: 'practice', phones: 'try' }, { people: ['Grace Hopper'] });
    await phone.status('joined');
    await expect.poll(() => phone.evaluate(buttons)).toEqual([]);
  });

  it('elsewhere, the Zoom app is offered where it helps, and another try where it can', async () => {
    const tab = await world.open();
    const failsFor = async (fail: 3603 | 3004 | 4005, ...offered: string[]) => {
      await tab.afresh();
      await tab.evaluate((code) => window.app.practice.fail(code), fail);
      await tab.mount({ sdk: 'practice', appUrl: APP_URL });
      await fails(tab, ...offered);
    };
    // Nobody can join this meeting in a browser.
    await failsFor(3603, OPEN);
    // The passcode would be wrong in the app too.
    await failsFor(3004, 'Try again');
    await failsFor(4005, 'Try again');
    await tab.afresh();
    await tab.mount({ sdk: '/not-there', appUrl: APP_URL });
    await fails(tab, OPEN, 'Try again');
    await tab.afresh();
    await tab.evaluate(() => Reflect.deleteProperty(window, 'AudioWorklet'));
    await tab.mount({ sdk: 'practice', appUrl: APP_URL });
    await fails(tab, OPEN);
    await tab.mount({ sdk: 'practice' });
    await fails(tab, COPY);
    await tab.close();
  });
});
