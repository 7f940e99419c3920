import { afterAll, beforeAll, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('new-sdk', () => {
  it('the last of a few is kept, the user gets in, and a warning says what to do', async () => {
    const tab = await world.open();
    await tab.mount({}, undefined, { scene: 'new-simulator' });
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    const { warnings, signatures, log } = await tab.evaluate(() => ({
      warnings: [...window.app.warnings],
      signatures: window.app.signatures,
      log: [...window.app.log],
    }));
    expect(warnings).toEqual([expect.stringContaining('useState(() => createMeetingSimulator())')]);
    expect(log).toContain('onWarning:sdk-not-stable');
    // One for each source that was tried: the first, and three more.
    expect(signatures).toBeLessThanOrEqual(4);
    await tab.close();
  });
});
