import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENGINE } from '../../support/engines/engine.ts';
import { firstOf } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { buttons, isRead } from '../support/ours.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

const APP_URL = 'https://zoom.us/j/12345678901?pwd=secret-passcode';
const OPEN = 'Open in a new tab';
const SENTENCE = 'Camera and microphone aren’t available on this page.';
const PRACTICE = { people: ['Grace Hopper'] };

let world: World;
let portal: Portal;
beforeAll(async () => {
  [world, portal] = await Promise.all([startWorld(), startPortal()]);
});
afterAll(() => Promise.all([world.stop(), portal.stop()]));

/** Firefox and Safari do not have this API. */
const withoutPolicies = () => void Reflect.deleteProperty(Document.prototype, 'featurePolicy');
const TELLS = { engine: 'a browser that tells of policies', before: undefined };
const DOES_NOT = { engine: 'one that does not', before: ENGINE === 'chromium' ? withoutPolicies : undefined };
const ENGINES = ENGINE === 'chromium' ? [TELLS, DOES_NOT] : [DOES_NOT];

const isWarning = (entry: string) => entry.startsWith('onWarning');
const press = (tab: LifeTab, name: string) => tab.click(`[data-zoom-join] button:has-text("${name}")`);
const reads = (tab: LifeTab, text: string) => tab.until(`“${text}”`, isRead, text);

life('page-in-frame', () => {
  it.each(firstOf(1, ENGINES))(
    '$engine: known before the join, and another tab is offered',
    async ({ engine, before }) => {
      const tab = await world.open('react-19', { before, around: portal.around('') });
      expect(await tab.evaluate(() => 'featurePolicy' in document)).toBe(engine === TELLS.engine);

      // The screen says so before the user joins.
      await tab.mount({ sdk: 'practice', autoJoin: false, appUrl: APP_URL }, PRACTICE);
      await reads(tab, SENTENCE);
      expect(await tab.evaluate(buttons)).toEqual(expect.arrayContaining(['Join meeting', OPEN, 'Close']));
      expect(await tab.evaluate(() => document.documentElement.outerHTML)).not.toContain('secret-passcode');
      await press(tab, OPEN);
      await expect.poll(() => tab.opened()).toEqual([APP_URL]);

      // The user can still join and listen. The hint stays during the join and in the meeting.
      await press(tab, 'Join meeting');
      await tab.until('a warning', () => window.app.log.includes('onWarning:media-forbidden'));
      await tab.status('joined');
      await tab.sees('Grace Hopper');
      const log = await tab.log();
      expect(log.filter(isWarning)).toEqual(['onWarning:media-forbidden']);
      // A browser that does not tell of policies is asked meanwhile.
      expect(log.findIndex(isWarning)).toBeLessThan(
        log.indexOf((before ?? ENGINE !== 'chromium') ? 'joined' : 'joining'),
      );
      const [message = ''] = await tab.evaluate(() => [...window.app.warnings]);
      expect(message).toContain('camera, microphone');
      expect(message).toContain('appUrl');
      await expect.poll(() => tab.evaluate(buttons)).toEqual([OPEN, 'Close']);

      // The user closes the hint.
      await tab.mark();
      await tab.click('[data-zoom-join] button[aria-label=Close]');
      await tab.settle();
      expect(await tab.evaluate(buttons)).toEqual([]);
      expect((await tab.since()).isSameFrame).toBe(true);

      // Without `appUrl`, the app offers no other way.
      await tab.afresh();
      await tab.mount({ autoJoin: false });
      await reads(tab, SENTENCE);
      expect(await tab.evaluate(buttons)).toEqual(['Join meeting', 'Close']);
      await tab.close();
    },
  );

  it.each(firstOf(1, ENGINES))('$engine: one of the two is missing', async ({ before }) => {
    const tab = await world.open('react-19', {
      before,
      around: portal.around('camera; display-capture'),
    });
    await tab.mount({ autoJoin: false, appUrl: APP_URL });
    await reads(tab, 'The microphone isn’t available on this page.');
    await tab.close();
  });

  it.each(firstOf(1, ENGINES))('$engine: what the frame may use is not missed', async ({ before }) => {
    const around = portal.around('camera; microphone; display-capture');
    const tab = await world.open('react-19', { before, around });
    await tab.mount({ sdk: 'practice', appUrl: APP_URL }, PRACTICE);
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    await expect.poll(() => tab.evaluate(buttons)).toEqual([]);
    expect((await tab.log()).filter(isWarning)).toEqual([]);
    await tab.close();
  });
});
