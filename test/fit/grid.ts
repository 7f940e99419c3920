import type { ZoomView } from '../../src/sdk/init/init-options.ts';
import type { Layout } from './app/main.tsx';
import type { Measure } from './app/measure.ts';

export interface Combination {
  readonly layout: Layout;
  readonly people: number;
  readonly view: ZoomView;
  readonly width: number;
  readonly height: number;
}

const SIZES = [
  [240, 180],
  [320, 240],
  [480, 640],
  [640, 360],
  [300, 1200],
  [900, 600],
  [1280, 720],
  [1600, 300],
  [1920, 1080],
  [3840, 2160],
] as const;
const PEOPLE = [1, 2, 5, 9, 25] as const;
const VIEWS: Record<Layout, readonly ZoomView[]> = {
  webrtc: ['gallery', 'speaker', 'active', 'ribbon', 'minimized'],
  // The SDK has only these views without WebRTC video.
  legacy: ['gallery', 'minimized'],
};

/**
 * Returns every size in every view, each with one of the five numbers of people in turn or, with `all`, with each
 * of them. The order lets one meeting go through all combinations.
 */
export function grid(layout: Layout, all: boolean): Combination[] {
  return PEOPLE.flatMap((people, turn) =>
    VIEWS[layout].flatMap((view, row) =>
      SIZES.filter((_size, column) => all || (row + column + turn) % PEOPLE.length === 0).map(
        ([width, height]) => ({ layout, people, view, width, height }),
      ),
    ),
  );
}

/** The ten combinations that get a screenshot. */
export const SHOTS: readonly Combination[] = [
  { layout: 'webrtc', view: 'gallery', people: 5, width: 240, height: 180 },
  { layout: 'webrtc', view: 'gallery', people: 9, width: 900, height: 600 },
  { layout: 'webrtc', view: 'gallery', people: 25, width: 480, height: 640 },
  { layout: 'webrtc', view: 'speaker', people: 2, width: 240, height: 180 },
  { layout: 'webrtc', view: 'speaker', people: 9, width: 1280, height: 720 },
  { layout: 'webrtc', view: 'active', people: 1, width: 640, height: 360 },
  { layout: 'webrtc', view: 'ribbon', people: 5, width: 640, height: 360 },
  { layout: 'webrtc', view: 'minimized', people: 2, width: 320, height: 240 },
  { layout: 'legacy', view: 'gallery', people: 2, width: 900, height: 600 },
  { layout: 'legacy', view: 'gallery', people: 9, width: 360, height: 720 },
];

/** How much of the limiting dimension must be covered, where the SDK's limits allow it. */
const COVERAGE = 0.95;
/**
 * The SDK's limits, in px. Its minimized view has one size. Its toolbar needs 254 px, and both toolbars need 82 px.
 * With both of them and one tile (below the strip in the speaker view), no widget is smaller, so in a smaller box
 * the widget is scaled down.
 */
export const SDK_LIMITS = {
  minimized: { width: 244, height: 122 },
  leastWidget: { width: 254, height: 217 },
  leastSpeaker: { width: 254, height: 266 },
} as const;

/** Whether the box has room for the smallest widget that the SDK renders. If so, nothing is scaled down. */
export function hasRoom({ view, width, height }: Combination): boolean {
  const { minimized, leastWidget, leastSpeaker } = SDK_LIMITS;
  const least = view === 'speaker' ? leastSpeaker : view === 'minimized' ? minimized : leastWidget;
  return width >= least.width && height >= least.height;
}

/** Returns what is wrong with the measurement, in words. It is empty if nothing is wrong. */
export function problems(combination: Combination, measured: Measure): string[] {
  const { view, width, height } = combination;
  const { container, coverage, overflow, offCentre, scale, outOfReach } = measured;
  const found: string[] = [];
  if (container.width !== width || container.height !== height) found.push('not the size of the box');
  if (measured.view !== view) found.push(`shows ${measured.view}`);
  if (overflow > 0) found.push(`overflows by ${overflow} px`);
  if (offCentre > 1) found.push(`${offCentre} px off the middle`);
  if (view !== 'minimized' && coverage < COVERAGE) found.push(`covers ${percent(coverage)} only`);
  if (hasRoom(combination) && scale < 0.999) found.push('scaled down without need');
  if (outOfReach.length > 0) found.push(`not to be clicked: ${outOfReach.join(', ')}`);
  return found;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
