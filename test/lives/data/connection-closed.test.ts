import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

const WAYS = [
  ['end', 'ended by host', 'ended'],
  ['remove', 'kicked by host', 'removed'],
  ['endByTimeLimit', 'free meeting ended', 'time-limit'],
  ['joinElsewhere', 'duplicated session', 'elsewhere'],
] as const;

life('connection-closed', () => {
  it.each(WAYS)('by the host’s %s: “%s”', async (way, reason, left) => {
    await tab.mount({ sdk: 'practice' }, {}, { scene: 'listening' });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await tab.mark();
    await tab.evaluate((name) => window.app.practice.host[name](), way);
    await tab.status('left');
    expect((await tab.since()).told).toEqual([
      `onConnectionChange:Closed,${reason}`,
      'left',
      `onLeft:${left}`,
    ]);
  });

  it('by the person’s own Leave, in Zoom’s own way', async () => {
    await tab.mount({ sdk: 'practice' }, {}, { scene: 'listening' });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await tab.mark();
    await tab.evaluate(() => {
      const { contentDocument } = document.querySelector('iframe') ?? {};
      contentDocument?.querySelector<HTMLElement>('button[title=Leave]')?.click();
    });
    await tab.sees('Leave Meeting');
    await tab.evaluate(() => {
      const { contentDocument } = document.querySelector('iframe') ?? {};
      const items = [...(contentDocument?.querySelectorAll<HTMLElement>('button,[role=menuitem]') ?? [])];
      items.find(({ innerText }) => innerText.trim() === 'Leave Meeting')?.click();
    });
    await tab.status('left');
    expect((await tab.since()).told).toEqual(['onConnectionChange:Closed', 'left', 'onLeft:user']);
  });
});
