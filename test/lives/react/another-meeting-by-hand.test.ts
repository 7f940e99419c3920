import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const A = '123 4567 8901';
const B = '987 6543 2109';

life('another-meeting-by-hand', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(async () => {
    await tab.afresh();
    await show(A);
    await tab.click('[data-zoom-join] button');
    await tab.status('joined');
  });
  const show = (meeting: string, more: { role?: 'host' } = {}) =>
    tab.mount({ sdk: 'practice', autoJoin: false, meeting, ...more });
  const asked = () =>
    tab.evaluate(() => window.app.requests.map(({ meetingNumber, role }) => [meetingNumber, role]));
  const isInAgain = () =>
    tab.until('joined again', () => window.app.log.filter((entry) => entry === 'onJoined').length === 2);
  const CHANGED = ['joined', 'onJoined', 'onLeft:changed', 'joined', 'onJoined'];
  const story = async () => (await tab.story()).filter((entry) => entry !== 'left');

  it('another meeting is joined in place of the one that was', async () => {
    await show(B);
    await isInAgain();
    expect(await story()).toEqual(CHANGED);
    expect(await asked()).toEqual([
      ['12345678901', 0],
      ['98765432109', 0],
    ]);
  });

  it('so is it from another SDK', async () => {
    await tab.evaluate(() => window.app.practise({}));
    await show(A);
    await isInAgain();
    expect(await story()).toEqual(CHANGED);
  });

  it('and in another role', async () => {
    await show(A, { role: 'host' });
    // The endpoint does not grant that role. How the join ends is not tested here.
    await tab.until('a request as host', () => window.app.requests.at(-1)?.role === 1);
    expect(await story()).toContain('onLeft:changed');
  });

  it('who has left stays out', async () => {
    await tab.evaluate(() => window.app.handle?.leave());
    await tab.status('left');
    await show(B);
    await tab.settle();
    expect(await tab.evaluate(() => window.app.handle?.status)).toMatch(/^(left|idle)$/);
    expect(await asked()).toEqual([['12345678901', 0]]);
  });
});
