import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Fit } from '../../../src/sdk/ui/fit.ts';
import { untilRendered } from '../../../src/sdk/ui/wait-for-render.ts';

const root = document.createElement('div');
const abort = { current: new AbortController() };
let isApplied = true;
const fit = {
  get isApplied() {
    return isApplied;
  },
} as Fit;

/** Calls `untilRendered`. Returns a function that says whether it has resolved. */
function watch({ isOnHold = false } = {}): () => boolean {
  let isRendered = false;
  void untilRendered(root, fit, isOnHold, abort.current.signal).then(() => {
    isRendered = true;
  });
  return () => isRendered;
}

/** Renders as the SDK does: the hidden panel first, and the people last. */
function draw(names: string): void {
  root.innerHTML = `
    <div role="tabpanel" hidden id="suspension-view-tabpanel-gallery-minimized">Talking:</div>
    <div role="tabpanel" id="suspension-view-tabpanel-gallery-multiple"><ul>${names}</ul></div>`;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  abort.current = new AbortController();
  isApplied = true;
  root.innerHTML = '<p>Joining Meeting...</p>';
});
afterEach(() => {
  vi.useRealTimers();
});

it('waits for the meeting, and for the people in it', async () => {
  const isRendered = watch();
  await pass(2_000);
  expect(isRendered()).toBe(false);
  draw('');
  await pass(500);
  expect(isRendered()).toBe(false);
  draw('<li>Grace Hopper</li>');
  await pass(50);
  expect(isRendered()).toBe(true);
});

it('is done at once when all is there', async () => {
  draw('<li>Grace Hopper</li>');
  const isRendered = watch();
  await pass(0);
  expect(isRendered()).toBe(true);
});

it('waits until the meeting is as large as it was told to be', async () => {
  isApplied = false;
  draw('<li>Grace Hopper</li>');
  const isRendered = watch();
  await pass(200);
  expect(isRendered()).toBe(false);
  isApplied = true;
  await pass(50);
  expect(isRendered()).toBe(true);
});

it.each([
  { name: 'for a meeting of which nothing is rendered', ms: 3_000 },
  { name: 'for people who do not show', ms: 1_000, draw: () => draw('') },
  { name: 'in the waiting room', ms: 500, isOnHold: true },
])('waits no longer than $ms ms $name', async ({ ms, isOnHold = false, draw = () => {} }) => {
  draw();
  const isRendered = watch({ isOnHold });
  await pass(ms - 50);
  expect(isRendered()).toBe(false);
  await pass(50);
  expect(isRendered()).toBe(true);
});

it('looks no more at a meeting that has gone', async () => {
  watch();
  await pass(100);
  abort.current.abort();
  await pass(50);
  expect(vi.getTimerCount()).toBe(0);
});
