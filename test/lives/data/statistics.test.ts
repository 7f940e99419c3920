import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { life } from '../support/life.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

type Kind = 'Audio' | 'Video' | 'Share';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

const mount = (...kinds: Kind[]) => tab.mount({ sdk: 'practice' }, undefined, { scene: 'measured', kinds });

/** Joins a meeting and records which statistics the SDK is asked for. The SDK has one client per window. */
async function join(...kinds: Kind[]): Promise<void> {
  await tab.evaluate(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    window.app.onceIn('joining', () => {
      const frame = document.querySelector('iframe')?.contentWindow as unknown as {
        ReactWidgets: {
          createClient(): Record<string, (kinds: Record<string, boolean>) => Promise<unknown>>;
        };
      };
      const client = frame.ReactWidgets.createClient();
      for (const method of ['subscribeStatisticData', 'unSubscribeStatisticData']) {
        const original = client[method];
        client[method] = async (kinds) => {
          const names = Object.keys(kinds).filter((name) => kinds[name]);
          asked.push(`${method.startsWith('un') ? 'off' : 'on'}:${names.join()}`);
          return original?.(kinds);
        };
      }
    });
  });
  await mount(...kinds);
  await tab.status('joined');
  await tab.sees('Ada Lovelace');
}

const asked = () => tab.evaluate(() => [...(window as unknown as { asked: string[] }).asked]);

life('statistics', () => {
  it('the SDK is asked for what there is a handler for, while there is one', async () => {
    await join('Video');
    await expect.poll(asked).toEqual(['on:video']);
    await mount('Video', 'Share');
    await expect.poll(asked).toEqual(['on:video', 'on:share']);
    await mount('Share');
    await expect.poll(asked).toEqual(['on:video', 'on:share', 'off:video']);
    await mount('Share');
    await tab.settle();
    expect((await asked()).length).toBe(3);
  });

  it('and again once it has connected anew', async () => {
    await join('Video');
    await expect.poll(asked).toEqual(['on:video']);
    await tab.evaluate(() => window.app.practice.network.failover());
    await expect.poll(asked).toEqual(['on:video', 'on:video']);
  });

  it('audio is asked for again when the person may have joined with it', async () => {
    await join('Audio');
    await expect.poll(asked).toContain('on:audio');
    const before = (await asked()).length;
    await tab.evaluate(async () => {
      const { participants } = window.app.practice;
      const grace = await participants.add('Grace Hopper');
      await participants.update(grace.userId, { muted: true });
    });
    await expect.poll(async () => (await asked()).length).toBeGreaterThan(before);
  });

  it('nothing is asked for without a handler', async () => {
    await join();
    await tab.settle();
    expect(await asked()).toEqual([]);
  });
});
