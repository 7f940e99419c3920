import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isGoodbye } from '../support/goodbye.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
/** A tab that reads what the others have written to localStorage. */
let witness: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  witness = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.zoom.reset();
  world.pages.requested = [];
});

const WAYS = [
  { way: 'closed', leave: (tab: LifeTab) => tab.close() },
  { way: 'reloaded', leave: (tab: LifeTab) => tab.reload() },
  { way: 'navigated away', leave: (tab: LifeTab) => tab.open(world.pages.url('react-18.2')) },
];

life('closed-tab', () => {
  it.each(WAYS)('$way: one goodbye, then silence', async ({ leave }) => {
    const { zoom, pages } = world;
    const tab = await witness.another();
    await tab.evaluate(() => window.app.keepLog());
    await tab.mount({ sdk: '/zoom-sdk' });
    await tab.status('joined');
    const before = await tab.log();
    await leave(tab);
    await expect.poll(() => zoom.openSockets).toBe(0);
    // Any request that had started would have arrived by then.
    await new Promise((resolve) => setTimeout(resolve, 500));

    const log = await witness.evaluate(() => JSON.parse(localStorage.getItem('log') ?? '[]') as string[]);
    expect(log.slice(0, before.length)).toEqual(before);
    expect(log.slice(before.length).join()).toMatch(/^(left,)?(onLeft:page-closed)?$/);
    expect({
      goodbyes: zoom.received.filter(isGoodbye).length,
      signatures: pages.requested.filter((url) => url === '/api/signature').length,
      joins: zoom.requests.filter(({ url }) => url.includes('/wc/info')).length,
    }).toEqual({ goodbyes: 1, signatures: 1, joins: 1 });
    if (leave !== WAYS[0]?.leave) await tab.close();
  });
});
