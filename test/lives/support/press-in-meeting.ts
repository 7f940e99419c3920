import { type Tab, until } from './driver.ts';

export type Point = readonly [x: number, y: number];

/** Returns the middle of an element in the meeting's frame, in px of the page's viewport. */
export const pointInMeeting = (tab: Pick<Tab, 'evaluate'>, selector: string): Promise<Point> =>
  tab.evaluate((wanted): Point => {
    const frame = document.querySelector('iframe');
    const element = frame?.contentDocument?.querySelector(wanted);
    if (!(frame && element)) throw new Error(`not in the meeting: ${wanted}`);
    const outer = frame.getBoundingClientRect();
    const inner = element.getBoundingClientRect();
    return [outer.left + inner.left + inner.width / 2, outer.top + inner.top + inner.height / 2];
  }, selector);

export async function pressAt({ mouse }: Pick<Tab, 'mouse'>, [x, y]: Point): Promise<void> {
  await mouse.move(x, y);
  await mouse.down();
  await mouse.up();
}

/** Presses the mouse at one point, and releases it at another. */
export async function dragTo({ mouse }: Pick<Tab, 'mouse'>, from: Point, to: Point): Promise<void> {
  await mouse.move(...from);
  await mouse.down();
  for (const step of [0.25, 0.5, 0.75, 1])
    await mouse.move(from[0] + (to[0] - from[0]) * step, from[1] + (to[1] - from[1]) * step);
  await mouse.up();
}

/** Presses an element in the meeting with the mouse, as a user does. */
export async function pressInMeeting(tab: Tab, selector: string): Promise<void> {
  await pressAt(tab, await pointInMeeting(tab, selector));
}

/** Presses a button of the meeting's toolbars by its title, as a user of the keyboard does, as soon as it is there. */
export const pressButton = (tab: Pick<Tab, 'evaluate'>, title: string): Promise<void> =>
  until(
    tab,
    title,
    (wanted) => {
      const frame = document.querySelector('iframe')?.contentDocument;
      const button = frame?.querySelector<HTMLElement>(`#zoom button[title="${wanted}"]`);
      button?.click();
      return Boolean(button);
    },
    [title],
  );
