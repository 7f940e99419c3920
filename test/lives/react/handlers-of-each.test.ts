import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('handlers-of-each', () => {
  it('each meeting tells its own handlers', async () => {
    const tab = await world.open();
    const show = (name: string, number: string) =>
      tab.evaluate(
        (as, meeting) => {
          const { log } = window.app;
          window.app.mount({
            sdk: 'practice',
            meeting,
            onStatusChange: () => {},
            onJoined: () => log.push(`${as}:onJoined`),
            onLeft: ({ reason }) => log.push(`${as}:onLeft:${reason}`),
            onError: ({ code }) => log.push(`${as}:onError:${code}`),
          });
        },
        name,
        number,
      );
    await show('A', '123 4567 8901');
    await tab.until('A joined', () => window.app.log.includes('A:onJoined'));
    await show('B', '987 6543 2109');
    await tab.until('B joined', () => window.app.log.includes('B:onJoined'));
    await tab.unmount();

    expect((await tab.log()).filter((entry) => /^[AB]:/.test(entry))).toEqual([
      'A:onJoined',
      'A:onLeft:changed',
      'B:onJoined',
      'B:onLeft:unmount',
    ]);
    expect(await tab.evaluate(() => window.app.requests.map(({ attempt }) => attempt))).toEqual([1, 2]);
    await tab.close();
  });
});
