import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ENGINE } from '../../support/engines/engine.ts';
import { firstOf, isAll } from '../../support/is-all.ts';
import { life } from '../support/life.ts';
import { dragTo, pressAt, pressButton } from '../support/press-in-meeting.ts';
import { type LifeTab, startWorld, type World } from '../support/world.ts';

let world: World;
let tab: LifeTab;
beforeAll(async () => {
  world = await startWorld();
  tab = await world.open();
});
afterAll(() => world.stop());
beforeEach(() => tab.afresh());

const BOXES = [
  [900, 600],
  [380, 300],
  [240, 180],
] as const;
/**
 * The boxes in which each panel is opened. With fit="none" the frame scrolls, and GTK's scrollbar, which lies over the
 * page, takes a click on a close button at the edge of a small frame.
 */
const boxesTried = (fit: 'container' | 'none') => {
  const last = ENGINE === 'webkit' && fit === 'none' ? BOXES[1] : BOXES[2];
  return isAll ? BOXES.slice(0, BOXES.indexOf(last) + 1) : [BOXES[0], last];
};

/**
 * The SDK's name for each panel, by the title of its button. With fit="none", the meeting starts in the ribbon
 * view, which has no settings.
 */
const PANELS = {
  Participants: 'participants',
  Settings: 'setting',
  'Meeting Information': 'meeting',
} as const;
type Button = keyof typeof PANELS;

const PLACEMENTS = [
  { fit: 'container', placements: ['bottom-end', 'top', 'right-start'], anchor: null },
  { fit: 'none', placements: [undefined, undefined, 'bottom'], anchor: null },
  { fit: 'none', placements: ['top-start', undefined, 'right'], anchor: '#box' },
] as const;

const resize = ([width, height]: readonly [number, number]) =>
  tab.evaluate(
    async (across, down) => {
      const box = document.querySelector<HTMLElement>('#box');
      Object.assign(box?.style ?? {}, { width: `${across}px`, height: `${down}px` });
      for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
    },
    ...([width, height] as const),
  );

/** Returns what the user sees of panels, wherever they are. */
const look = () =>
  tab.evaluate(() => {
    const frame = document.querySelector('iframe')?.contentDocument;
    const { clientWidth = 0, clientHeight = 0 } = frame?.documentElement ?? {};
    const inPage = [...document.body.children].filter(
      ({ id, localName }) => id !== 'box' && localName !== 'script',
    );
    const panels = [...(frame?.querySelectorAll('body>[role=dialog]') ?? [])];
    return {
      inPage: inPage.length,
      overflow: panels.map((panel) => {
        const draggable = panel.querySelector('.react-draggable');
        // In a small frame, the panel cannot be dragged. Its content scrolls inside it instead.
        const isDraggable = draggable && getComputedStyle(draggable).transform !== 'none';
        const { left, top, right, bottom } = (isDraggable ? draggable : panel).getBoundingClientRect();
        return Math.round(Math.max(0, -left, -top, right - clientWidth, bottom - clientHeight));
      }),
    };
  });

const press = (title: string) => pressButton(tab, title);

/** Returns where the panel's close button is in the page, once a click there would press it. */
async function closeButton(): Promise<{ x: number; y: number }> {
  await tab.until(
    'a close button that can be clicked',
    (isWebKit) => {
      const frame = document.querySelector('iframe')?.contentDocument;
      const button = frame?.querySelector('body>[role=dialog] button[aria-label=Close i]');
      const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      // WebKit tells where an element would be without the `zoom` of those around it.
      let zoom = 1;
      for (let around = button; isWebKit && around; around = around.parentElement)
        zoom *= Number(getComputedStyle(around).zoom);
      const close = { x: (left + width / 2) * zoom, y: (top + height / 2) * zoom };
      Object.assign(window, { close });
      const hit = frame?.elementFromPoint(close.x, close.y);
      return Boolean(hit && button?.contains(hit));
    },
    ENGINE === 'webkit',
  );
  return tab.evaluate(() => (window as unknown as { close: { x: number; y: number } }).close);
}

/** Returns the warnings about `init`. There may also be one about the remount. */
const ignored = () => tab.evaluate(() => window.app.warnings.filter((message) => message.includes('`init')));

const noPanel = () => expect.poll(async () => (await look()).overflow).toEqual([]);

life('poppers', () => {
  it.each(firstOf(1, PLACEMENTS))(
    'fit="$fit", $placements, anchored to $anchor: panels are inside, and can be closed',
    async ({ fit, placements, anchor }) => {
      const [participants, setting, meeting] = placements;
      await resize(BOXES[0]);
      await tab.evaluate(
        (chosen, how, selector) => {
          const anchorElement = selector && document.querySelector<HTMLElement>(selector);
          const popper = (placement: string | null | undefined) => ({
            popper: { anchorElement, ...(placement && { placement }) },
          });
          window.app.mount({
            sdk: 'practice',
            fit: how as 'none',
            hideMeetingInfo: false,
            style: { width: '100%', height: '100%' },
            init: {
              customize: {
                participants: popper(chosen.participants),
                setting: popper(chosen.setting),
                meeting: popper(chosen.meeting),
              },
            },
          });
        },
        { participants, setting, meeting },
        fit,
        anchor,
      );
      await tab.status('joined');
      await tab.sees('Ada Lovelace');

      const buttons = (Object.keys(PANELS) as Button[]).filter(
        (button) => fit === 'container' || button !== 'Settings',
      );
      for (const button of buttons) {
        for (const box of boxesTried(fit)) {
          const what = `${button} in ${box.join(' × ')}`;
          await press(button);
          await resize(box);
          await expect.poll(look, { message: what }).toEqual({ inPage: 0, overflow: [0] });
          const { x, y } = await closeButton();
          await pressAt(tab, [x, y]);
          await noPanel();
        }
        await resize(BOXES[0]);
      }
      const named = /`init\.customize\.participants\.popper\.anchorElement`.*`init\.customize\.setting\./;
      expect(await ignored()).toEqual(anchor ? [expect.stringMatching(named)] : []);
      await tab.unmount();
      expect((await look()).inPage).toBe(0);
    },
  );

  it('a panel that is dragged stays inside when the box shrinks', async () => {
    await resize(BOXES[0]);
    await tab.mount({ sdk: 'practice', style: { width: '100%', height: '100%' } });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    await press('Participants');
    await closeButton();
    await dragTo(tab, [200, 20], [800, 420]);
    await expect.poll(look).toEqual({ inPage: 0, overflow: [0] });
    await dragTo(tab, [700, 180], [-200, -420]);
    await expect.poll(look).toEqual({ inPage: 0, overflow: [0] });
    await resize([600, 520]);
    await expect.poll(look).toEqual({ inPage: 0, overflow: [0] });
    const { x, y } = await closeButton();
    await pressAt(tab, [x, y]);
    await noPanel();
  });

  it('with fit="none" the toolbar is reached in a box that is smaller than the meeting', async () => {
    await resize(BOXES[2]);
    await tab.mount({ sdk: 'practice', fit: 'none', style: { width: '100%', height: '100%' } });
    await tab.status('joined');
    await tab.until('the button to leave, after scrolling to it', () => {
      const frame = document.querySelector('iframe')?.contentDocument;
      const button = frame?.querySelector('#zoom button[title=Leave]');
      frame?.documentElement.scrollBy(0, 50);
      const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
      const hit = frame?.elementFromPoint(left + width / 2, top + height / 2);
      return Boolean(hit && button?.contains(hit));
    });
  });

  it('values that the SDK cannot read are left out, with a warning that names them', async () => {
    await tab.mount({
      sdk: 'practice',
      init: {
        leaveOnPageUnload: true,
        customize: {
          chat: null,
          video: null,
          meeting: { popper: null },
          participants: { popper: { placement: 'middle', anchorElement: '#box', modifiers: 'none' } },
          setting: { popper: { placement: 7, anchorElement: null, disableDraggable: 'yes' } },
          invite: { popper: 'top' },
          toolbar: { buttons: [null] },
          meetingInfo: null,
        },
      },
    });
    await tab.status('joined');
    await tab.sees('Ada Lovelace');
    const [warning = '', ...more] = await ignored();
    expect(more).toEqual([]);
    expect([...warning.matchAll(/`init\.([^`]+)`/g)].map(([, option]) => option)).toEqual([
      'leaveOnPageUnload',
      'customize.chat',
      'customize.video',
      'customize.meeting.popper',
      'customize.participants.popper.placement',
      'customize.participants.popper.anchorElement',
      'customize.participants.popper.modifiers',
      'customize.setting.popper.placement',
      'customize.setting.popper.disableDraggable',
      'customize.invite.popper',
      'customize.toolbar.buttons',
      'customize.meetingInfo',
    ]);
  });
});
