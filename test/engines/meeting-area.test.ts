import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressButton } from '../lives/support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../lives/support/world.ts';
import { firstOf } from '../support/is-all.ts';

const NUMBER = '98765432101';
const PASSCODE = 'Kx7-secret';
const SECRETS = /987\D{0,9}6543\D{0,9}2101|Kx7-secret/;
/** In CSS pixels, from a phone's width to a large screen. */
const SIZES = [
  [1600, 900],
  [1280, 720],
  [1000, 600],
  [800, 500],
  [640, 360],
  [480, 640],
  [400, 300],
  [360, 560],
  [320, 240],
  [240, 180],
] as const;
const PANELS = ['Participants', 'Settings'] as const;

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
beforeEach(() => tab.afresh());
afterAll(() => world.stop());

async function join(props: { hideMeetingInfo?: boolean } = {}): Promise<void> {
  const meeting = { meetingNumber: NUMBER, password: PASSCODE };
  await tab.mount({ sdk: 'practice', meeting, ...props }, { people: ['Grace Hopper'] });
  await tab.status('joined');
  await tab.sees('Grace Hopper');
}

const resize = (width: number, height: number) =>
  tab.evaluate(
    async (across, down) => {
      const box = document.querySelector<HTMLElement>('#box');
      Object.assign(box?.style ?? {}, { width: `${across}px`, height: `${down}px` });
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    },
    width,
    height,
  );

/** Returns by how many px the meeting sticks out of its frame, or the panels if there are any. */
const overflow = () =>
  tab.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentDocument;
    const { clientWidth = 0, clientHeight = 0 } = frame?.documentElement ?? {};
    const panels = frame?.querySelectorAll('body>[role=dialog]') ?? [];
    const shown = panels.length > 0 ? panels : frame?.querySelectorAll('#zoom>div>div:first-child>div');
    return [...(shown ?? [])].map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      return Math.max(0, Math.round(Math.max(-left, -top, right - clientWidth, bottom - clientHeight)));
    });
  });

/** Returns everything in the page and in the frame that could be read. */
const everything = () =>
  tab.evaluate(() => {
    const documents = [document, document.querySelector('iframe')?.contentDocument];
    const fields = documents.flatMap((one) =>
      [...(one?.querySelectorAll('input') ?? [])].map(({ value }) => value),
    );
    return [...documents.map((one) => one?.documentElement.outerHTML), ...fields].join('\n');
  });

const press = (title: string) => pressButton(tab, title);

describe('The area of the meeting', () => {
  it('the whole meeting fits into it at ten sizes', async () => {
    await join();
    for (const [width, height] of SIZES) {
      await resize(width, height);
      await expect.poll(overflow, { message: `${width} × ${height}` }).toEqual([0]);
    }
    await resize(900, 600);
  });

  it.each(firstOf(1, PANELS))('panels open inside it, and close: %s', async (panel) => {
    await join();
    await press(panel);
    for (const [width, height] of [
      [900, 600],
      [320, 240],
    ] as const) {
      await resize(width, height);
      await expect.poll(overflow).toEqual([0]);
    }
    await resize(900, 600);
    await tab.until('a close button', () => {
      const frame = document.querySelector('iframe')?.contentDocument;
      const close = frame?.querySelector<HTMLElement>('body>[role=dialog] button[aria-label=Close i]');
      close?.click();
      return close !== null;
    });
    await tab.until('that it is closed', () => {
      const frame = document.querySelector('iframe')?.contentDocument;
      return frame?.querySelector('body>[role=dialog]') === null;
    });
  });

  it('the meeting number, the passcode and the invite link are nowhere in it', async () => {
    await join();
    await press('Meeting Information');
    await expect.poll(everything).toContain('Encryption');
    expect(await everything()).not.toMatch(SECRETS);
    await tab.afresh();
    await join({ hideMeetingInfo: true });
    expect(
      await tab.evaluate(() => {
        const frame = document.querySelector('iframe')?.contentDocument;
        const button = frame?.querySelector('button[title="Meeting Information"]');
        return button?.checkVisibility({ visibilityProperty: true }) ?? false;
      }),
    ).toBe(false);
    expect(await everything()).not.toMatch(SECRETS);
  });

  it('with `hideMeetingInfo={false}` the same look finds them', async () => {
    await join({ hideMeetingInfo: false });
    await press('Meeting Information');
    await expect.poll(everything).toMatch(SECRETS);
  });
});
