import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENGINE } from '../../support/engines/engine.ts';
import { isGoodbye } from '../support/goodbye.ts';
import { life } from '../support/life.ts';
import { pressAt } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.pages.interceptFile = (request, response) => {
    if (request.url !== '/report.pdf') return false;
    response.writeHead(200, { 'content-disposition': 'attachment' }).end('A report');
    return true;
  };
});
afterAll(() => world.stop());

/** After a click on one of these, the page stays. Only the download fires no `beforeunload` event. */
const LINKS = {
  download: '<a href="data:text/plain,notes" download="notes.txt">',
  attachment: '<a href="/report.pdf">',
  mail: '<a href="mailto:ada@example.com">',
  phone: '<a href="tel:+15551234567">',
  app: '<a href="zoommtg://zoom.us/join">',
  page: '<a href="/elsewhere">',
};

/** Debian's browser with WebKit leads to an empty page where others ask for an app. */
const KINDS = (['attachment', 'mail', 'phone', 'app'] as const).slice(0, ENGINE === 'webkit' ? 1 : 4);

/** Longer than the component needs to find out that the SDK has left. */
const STAY_MS = 6_500;

type Heard = { byFrame: number; byPage: number };

/** Puts the links below the meeting, and counts the `beforeunload` events of the frame. */
async function prepare(tab: LifeTab): Promise<void> {
  await tab.evaluate((links) => {
    const bar = document.createElement('nav');
    bar.style.cssText = 'position: fixed; bottom: 0';
    bar.innerHTML = Object.entries(links)
      .map(([id, link]) => `${link.replace('<a', `<a id="${id}"`)}${id}</a>`)
      .join(' ');
    document.body.append(bar);
    const heard = { byFrame: 0, byPage: 0 };
    Object.assign(window, { heard });
    document.querySelector('iframe')?.contentWindow?.addEventListener('beforeunload', () => {
      heard.byFrame += 1;
    });
  }, LINKS);
}

/** The driver's click waits for a page, and in Firefox for ever if a link leads out of the browser. */
async function clickOn(tab: LifeTab, link: keyof typeof LINKS): Promise<void> {
  const middle = await tab.evaluate((id) => {
    const box = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  }, link);
  await pressAt(tab, middle);
}

const heard = (tab: LifeTab) => tab.evaluate(() => (window as unknown as { heard: Heard }).heard);

life('intent-to-leave', () => {
  it('the meeting goes on as long as the page does, also with the options of Zoom’s samples', async () => {
    const { zoom } = world;
    const goodbyes = () => zoom.received.filter(isGoodbye).length;
    const tab = await world.open();
    await tab.mount({ sdk: '/zoom-sdk', init: { leaveOnPageUnload: true } });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await tab.mark();
    await prepare(tab);

    await clickOn(tab, 'download');
    for (const [before, kind] of KINDS.entries()) {
      await clickOn(tab, kind);
      // Other engines fire `beforeunload` for fewer of these.
      if (ENGINE === 'chromium') {
        await expect.poll(() => heard(tab), { message: kind }).toEqual({ byFrame: before + 1, byPage: 0 });
      } else await tab.settle();
      if (kind === 'attachment' && ENGINE === 'firefox') {
        // Firefox closes every connection of the page: see test/engines/gaps.ts.
        await tab.until(
          'a reconnect',
          () => window.app.log.filter((entry) => entry === 'joined').length === 2,
        );
        await tab.mark();
      }
    }
    // The driver of WebKit cannot answer the question.
    if (ENGINE !== 'webkit') {
      await tab.evaluate(() =>
        addEventListener('beforeunload', (event) => {
          (window as unknown as { heard: Heard }).heard.byPage += 1;
          event.preventDefault();
        }),
      );
      tab.answer('stay');
      await clickOn(tab, 'page');
      await expect.poll(async () => (await heard(tab)).byPage, { message: 'asked whether to leave' }).toBe(1);
    }
    await new Promise((resolve) => setTimeout(resolve, STAY_MS));

    const isInMeeting = await tab.evaluate(
      () => window.app.handle?.client?.getCurrentMeetingInfo().isInMeeting,
    );
    expect({ ...(await tab.since()), goodbyes: goodbyes(), isInMeeting }).toEqual({
      ...UNDISTURBED,
      goodbyes: 0,
      isInMeeting: true,
    });

    if (ENGINE !== 'webkit') tab.answer('leave');
    await tab.close();
    await expect.poll(() => zoom.openSockets).toBe(0);
    expect(goodbyes()).toBe(1);
  });
});
