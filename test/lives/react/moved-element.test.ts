import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { holdFile } from '../support/hold-file.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('moved-element', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());
  const order = (isMeetingFirst: boolean) =>
    tab.mount({ sdk: 'practice' }, undefined, { scene: 'list', isMeetingFirst });

  /** Waits until the meeting is back, and checks that the app was told only of the reconnect. */
  async function isBack(): Promise<void> {
    await tab.until('joined again, to be seen, in one frame', () => {
      // The frame may be in another window.
      const documents = [document, (window as { popup?: Window }).popup?.document];
      const frames = documents.flatMap((one) => [...(one?.querySelectorAll('iframe') ?? [])]);
      return (
        window.app.handle?.status === 'joined' &&
        window.app.log.at(-1) === 'onJoined' &&
        frames.length === 1 &&
        Boolean(frames[0]?.contentDocument?.body.innerText.includes('Ada Lovelace'))
      );
    });
    const { told } = await tab.since();
    expect(told.filter((entry) => !/^(getSignature|authorizing|loading|joining)/.test(entry))).toEqual([
      'reconnecting',
      'onReconnecting',
      'joined',
      'onJoined',
    ]);
  }

  async function isIn(): Promise<void> {
    await order(true);
    await tab.status('joined');
    await tab.mark();
  }

  it('React moves it within a list', async () => {
    await isIn();
    await order(false);
    await isBack();
  });

  it('it is taken out of the page, and put back a second later', async () => {
    await isIn();
    await tab.evaluate(async () => {
      const item = document.querySelector('[data-zoom-join]')?.parentElement;
      const list = item?.parentElement;
      if (!(item && list)) throw new Error('not in a list');
      item.remove();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      list.append(item);
    });
    await isBack();
  });

  it('it is moved into another window, and back', async () => {
    await isIn();
    await tab.evaluate(() => {
      const item = document.querySelector('[data-zoom-join]')?.parentElement;
      const popup = open('', '', 'popup,width=800,height=600');
      if (!(item && popup)) throw new Error('no popup');
      Object.assign(window, { popup, list: item.parentElement });
      popup.document.body.append(item);
    });
    await isBack();

    await tab.mark();
    await tab.evaluate(() => {
      const { popup, list } = window as { popup?: Window; list?: Element };
      const item = popup?.document.querySelector('[data-zoom-join]')?.parentElement;
      if (!(item && list)) throw new Error('not in the popup');
      list.append(item);
    });
    await isBack();
    await tab.evaluate(() => (window as { popup?: Window }).popup?.close());
  });

  it('moveBefore() moves it without anybody noticing', async () => {
    await isIn();
    await tab.evaluate(() => {
      const item = document.querySelector('[data-zoom-join]')?.parentElement;
      const list = item?.parentElement as
        | (ParentNode & { moveBefore?(node: Node, child: Node | null): void })
        | null;
      if (!(item && list?.moveBefore)) throw new Error('this browser has no moveBefore()');
      list.moveBefore(item, list.firstElementChild);
    });
    await tab.settle();
    expect(await tab.since()).toEqual(UNDISTURBED);
    await tab.sees('Ada Lovelace');
  });

  it('it is moved while the person is joining', async () => {
    await tab.evaluate(() =>
      window.app.onceIn('joining', () => {
        window.app.mount({ sdk: 'practice' }, { scene: 'list', isMeetingFirst: false });
        Object.assign(window, { isMoved: true });
      }),
    );
    await order(true);
    await tab.until('the move', () => 'isMoved' in window);
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    const { frames } = await tab.since();
    expect({ frames, story: await tab.story() }).toEqual({ frames: 1, story: ['joined', 'onJoined'] });
  });

  it('it is moved while Zoom is asked, about which the SDK complains', async () => {
    const { zoom } = world;
    let isAsked = false;
    zoom.intercept = ({ url = '' }) => {
      if (!url.includes('/wc/info')) return false;
      isAsked = true;
      return true;
    };
    await tab.mount({}, undefined, { scene: 'list', isMeetingFirst: true });
    await expect.poll(() => isAsked, { timeout: 30_000 }).toBe(true);
    zoom.intercept = undefined;
    await tab.mount({}, undefined, { scene: 'list', isMeetingFirst: false });
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
  });

  it('it is moved just before the code for the meeting loads, in a busy page', async () => {
    const fresh = await world.open();
    const code = holdFile(world.pages, /\/assets\/after-join\b[^/]*\.js$/, 'hold');
    await fresh.mount({ sdk: 'practice' }, {}, { scene: 'list', isMeetingFirst: true });
    await fresh.status('joined');
    await fresh.evaluate(() => {
      const uncaught: string[] = [];
      const { setTimeout } = window;
      // Timers are late, so that the component learns later why the frame went.
      const late = (run: () => void, ms = 0, ...args: []) => setTimeout(run, ms + 1_000, ...args);
      Object.assign(window, { uncaught, setTimeout: late });
      addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));
    });
    await fresh.mount({ sdk: 'practice' }, undefined, { scene: 'list', isMeetingFirst: false });
    code.answer('pass');
    await fresh.until(
      'a second meeting',
      () => window.app.log.filter((entry) => entry === 'onJoined').length === 2,
    );
    await fresh.sees('Ada Lovelace');
    expect(await fresh.evaluate(() => (window as { uncaught?: string[] }).uncaught)).toEqual([]);
    await fresh.close();
  });
});
