import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FixtureProps } from '../../apps/app/fixture.ts';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, UNDISTURBED, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

life('same-meeting', () => {
  let tab: LifeTab;
  beforeAll(async () => {
    tab = await world.open();
  });
  beforeEach(() => tab.afresh());

  it('another spelling of its number is the same meeting', async () => {
    await tab.mount({ sdk: 'practice', meeting: '123 4567 8901' });
    await tab.status('joined');
    await tab.mark();
    await tab.evaluate(async () => {
      // The spellings are not passed as JSON, because some of them have a BigInt.
      const spellings: FixtureProps['meeting'][] = [
        '123-4567-8901',
        ' 12345678901 ',
        12345678901,
        12345678901n,
        { meetingNumber: '123 4567 8901' },
        { meetingNumber: 12345678901n },
        { meetingNumber: 12345678901, password: 'first' },
        { password: 'first', meetingNumber: 12345678901 },
        { meetingNumber: '12345678901', password: 'second' },
        'https://us02web.zoom.us/j/12345678901',
        'https://example.zoom.us/j/12345678901?pwd=abc',
      ];
      for (const meeting of spellings) {
        window.app.mount({ sdk: 'practice', meeting });
        await new Promise(requestAnimationFrame);
      }
    });
    await tab.settle();
    expect(await tab.since()).toEqual(UNDISTURBED);
    await tab.status('joined');
  });

  it('another passcode counts at the next try, and begins it if the last one failed for it', async () => {
    const show = (password: string, practice?: { passcode: string }) =>
      tab.mount({ sdk: 'practice', meeting: { meetingNumber: '12345678901', password } }, practice);
    await show('wrong', { passcode: 'right' });
    await tab.status('failed');
    expect(await tab.story()).toEqual(['failed', 'onError:wrong-passcode']);
    await show('right');
    await tab.status('joined');
    expect(await tab.story()).toEqual(['failed', 'onError:wrong-passcode', 'joined', 'onJoined']);

    await tab.mark();
    await show('another');
    await tab.settle();
    expect(await tab.since()).toEqual(UNDISTURBED);
  });
});
