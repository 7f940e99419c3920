import type { MeetingStatus } from 'react-zoom-join';
import { expect, waitFor, within } from 'storybook/test';

/** A join with the whole SDK takes its time where many stories run at once. */
const patient = { timeout: 30_000, interval: 50 };

const root = (canvas: HTMLElement): HTMLElement | null => canvas.querySelector('[data-zoom-join]');

export const until = (canvas: HTMLElement, status: MeetingStatus): Promise<void> =>
  waitFor(() => expect(root(canvas)?.dataset['status']).toBe(status), patient);

/** Waits for a text that a person sees, of ours or in Zoom's frame. */
export const untilSeen = (canvas: HTMLElement, ...texts: (string | RegExp)[]): Promise<void> =>
  waitFor(() => {
    const seen = `${canvas.innerText}\n${zoomDocument(canvas)?.body.innerText ?? ''}`;
    for (const text of texts) expect(seen).toMatch(text);
  }, patient);

export const zoomDocument = (canvas: HTMLElement): Document | null =>
  canvas.querySelector('iframe')?.contentDocument ?? null;

/** A button of ours. */
export const button = (canvas: HTMLElement, name: string | RegExp): Promise<HTMLElement> =>
  within(canvas).findByRole('button', { name }, patient);

/** A button of Zoom's: it stands in another window, whose elements are not ours. */
export async function zoomButton(
  canvas: HTMLElement,
  name: string | RegExp,
  timeout = patient.timeout,
): Promise<HTMLElement> {
  const body = zoomDocument(canvas)?.body;
  if (body === undefined) throw new Error('No meeting is in this story.');
  return within(body).findByRole('button', { name }, { ...patient, timeout });
}
