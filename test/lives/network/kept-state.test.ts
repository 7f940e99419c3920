import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstOf } from '../../support/is-all.ts';
import { inTurn } from '../support/in-turn.ts';
import { life } from '../support/life.ts';
import { STAY_MS, stay } from '../support/stay.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const timeout = STAY_MS + 180_000;

type Mount = Parameters<LifeTab['mount']>;

// Drawing faces would cost more than everything else.
const PEOPLE = { people: ['Grace Hopper', 'Alan Turing'], faces: false };

/** Opens a tab with a simulated meeting, by default with two other people. */
async function practise(
  status: string,
  practice: { layout?: 'webrtc' | 'legacy'; started?: boolean; people?: readonly string[] } = {},
  props: NonNullable<Mount[0]> = {},
): Promise<LifeTab> {
  const tab = await world.open();
  await inTurn(async () => {
    await tab.mount({ sdk: 'practice', ...props }, { ...PEOPLE, ...practice });
    await tab.status(status);
  });
  return tab;
}

/** Waits, and checks that nothing was reported meanwhile and that the meeting is still in the same frame. */
async function staysAsItIs(tab: LifeTab): Promise<void> {
  await tab.mark();
  await stay();
  // While the user waits for the host, the component requests signatures again and again.
  const { told, ...now } = await tab.since();
  expect(told.filter((entry) => !entry.startsWith('getSignature'))).toEqual([]);
  expect(now).toMatchObject({ isSameFrame: true });
}

const view = () =>
  document.querySelector('iframe')?.contentDocument?.querySelector('[id^=suspension-view-tabpanel-]')?.id;

life('kept-state', () => {
  // If its media requests get no answer, the SDK reconnects after 37 s; without heartbeats, it does so after 40 s.
  it.concurrent('in a meeting', { timeout }, async () => {
    const tab = await practise('joined');
    await tab.sees('Grace Hopper');
    await staysAsItIs(tab);
    await tab.sees('Grace Hopper');
    await tab.close();
  });

  it.concurrent.each(firstOf(0, ['legacy'] as const))(
    'in a meeting alone, in the layout %s',
    {
      timeout,
    },
    async (layout) => {
      const tab = await practise('joined', { layout, people: [] });
      await staysAsItIs(tab);
      await tab.sees('Ada Lovelace');
      await tab.close();
    },
  );

  it.concurrent.each(firstOf(1, ['minimized', 'ribbon'] as const))(
    'in the view %s',
    { timeout },
    async (name) => {
      const tab = await practise('joined', {}, { view: name });
      await tab.until(
        'the view',
        (wanted) =>
          document
            .querySelector('iframe')
            ?.contentDocument?.querySelector(`[id^=suspension-view-tabpanel-${wanted}]`) != null,
        name,
      );
      await staysAsItIs(tab);
      expect(await tab.evaluate(view)).toContain(name);
      await tab.close();
    },
  );

  it.concurrent('in a tab that is hidden', { timeout }, async () => {
    const tab = await practise('joined');
    await tab.sees('Grace Hopper');
    const show = (isShown: boolean) =>
      tab.evaluate(
        (state) => {
          for (const page of [document, document.querySelector('iframe')?.contentDocument]) {
            if (!page) continue;
            Object.defineProperty(page, 'visibilityState', { value: state, configurable: true });
            Object.defineProperty(page, 'hidden', { value: state === 'hidden', configurable: true });
            page.dispatchEvent(new Event('visibilitychange'));
          }
        },
        isShown ? 'visible' : 'hidden',
      );
    await show(false);
    await staysAsItIs(tab);
    await show(true);
    await tab.sees('Grace Hopper');
    expect(await tab.story()).toEqual(['joined', 'onJoined']);
    await tab.close();
  });

  it.concurrent('before the host', { timeout }, async () => {
    const tab = await practise('waiting', { started: false });
    await tab.mark();
    await stay();
    expect(await tab.story()).toEqual(['waiting', 'onWaiting:host']);
    await tab.evaluate(() => window.app.practice.host.start());
    await tab.status('joined');
    expect(await tab.story()).toEqual(['waiting', 'onWaiting:host', 'joined', 'onJoined']);
    await tab.close();
  });

  it.concurrent('reconnecting', { timeout }, async () => {
    const tab = await practise('joined', {}, { timeouts: { reconnect: STAY_MS + 60_000 } });
    await tab.evaluate(() => window.app.practice.network.drop());
    await tab.status('reconnecting');
    await stay();
    expect(await tab.story()).toEqual(['joined', 'onJoined', 'reconnecting', 'onReconnecting']);
    await tab.evaluate(() => void window.app.practice.network.restore().catch(() => {}));
    await tab.status('joined');
    await tab.sees('Grace Hopper');
    await tab.close();
  });
});
