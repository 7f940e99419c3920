import type { MeetingStatus } from 'react-zoom-join';
import { expect, waitFor, within } from 'storybook/test';

/** A join with the whole SDK takes some time when many stories run at once. */
const patient = { timeout: 30_000, interval: 100 };

const root = (canvas: HTMLElement): HTMLElement | null => canvas.querySelector('[data-zoom-join]');

export const until = (canvas: HTMLElement, status: MeetingStatus): Promise<void> =>
  waitFor(() => expect(root(canvas)?.dataset['status']).toBe(status), patient);

/** Waits until the user sees these texts, in our screens or in Zoom's frame. */
export const untilSeen = (canvas: HTMLElement, ...texts: (string | RegExp)[]): Promise<void> =>
  waitFor(() => {
    const seen = `${canvas.innerText}\n${zoomDocument(canvas)?.body.innerText ?? ''}`;
    for (const text of texts) expect(seen).toMatch(text);
  }, patient);

export const zoomDocument = (canvas: HTMLElement): Document | null =>
  canvas.querySelector('iframe')?.contentDocument ?? null;

/** Finds a button of ours once the screens have loaded, because they replace what was rendered before. */
export async function button(canvas: HTMLElement, name: string | RegExp): Promise<HTMLElement> {
  await within(canvas).findAllByRole('status', {}, patient);
  return within(canvas).findByRole('button', { name }, patient);
}

/**
 * Clicks one of Zoom's buttons as soon as it is there. It does not use user-event, which keeps listening in the
 * frame and throws when that is removed.
 */
export const clickInZoom = (canvas: HTMLElement, name: string): Promise<void> =>
  waitFor(() => {
    const found = findZoomButton(canvas, name);
    if (found === undefined) throw new Error(`Zoom shows no button "${name}".`);
    found.click();
  }, patient);

/** Finds a button by its tooltip or text. A query by role in all of Zoom's elements takes a second each time. */
export const findZoomButton = (canvas: HTMLElement, name: string): HTMLElement | undefined =>
  [...(zoomDocument(canvas)?.querySelectorAll('button') ?? [])].find(
    (one) => (one.title === name || one.innerText === name) && one.offsetParent !== null,
  );

/** Dismisses Zoom's hint at its "apps" button, which covers the first tile until a pointer has been there. */
export function dismissHint(canvas: HTMLElement): void {
  const icon = zoomDocument(canvas)?.querySelector('i[aria-label="Marketplace"]');
  icon?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
}
