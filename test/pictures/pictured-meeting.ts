import type { Frame, Locator, Page } from 'playwright';
import { PNG } from 'pngjs';
import type { ZoomView } from '../../src/sdk/init/init-options.ts';
import type { Harness } from '../support/harness.ts';
import { FONT, ONE_FONT } from './one-font.ts';

export type Layout = 'webrtc' | 'legacy';

/** The views of each layout. The active view shows nobody: without media, the SDK does not know who is talking. */
export const VIEWS: Readonly<Record<Layout, readonly ZoomView[]>> = {
  webrtc: ['gallery', 'speaker', 'active', 'ribbon', 'minimized'],
  legacy: ['gallery', 'minimized'],
};

/** One has the camera on. The face does not move, because the tests' windows prefer reduced motion. */
const PEOPLE = [
  { name: 'Grace Hopper' },
  { name: 'Alan Turing', video: false, muted: false, host: true },
  { name: 'Katherine Johnson', video: false },
];

const WIDTH = 720;
const HEIGHT = 480;

/** How long to show another size, in ms: longer than the component waits for the SDK (`TAKEN_MS` in fit.ts). */
const OTHER_SIZE_MS = 400;

export interface Picture {
  /** The PNG file. */
  readonly file: Buffer;
  readonly image: PNG;
}

/** A practice meeting that stands still, always with the same people and in the same font. */
export class PicturedMeeting {
  readonly #page: Page;
  readonly frame: Frame;
  readonly #root: Locator;
  readonly close: () => Promise<void>;

  private constructor(page: Page, frame: Frame, close: () => Promise<void>) {
    this.#page = page;
    this.frame = frame;
    this.#root = page.locator('[data-zoom-join]');
    this.close = close;
  }

  static async join(harness: Harness, layout: Layout): Promise<PicturedMeeting> {
    const { page, status, close } = await harness.open();
    await page.evaluate((options) => window.app.practise(options), { layout, people: PEOPLE });
    await resize(page, HEIGHT);
    await status('joined');
    const frame = page.frames().find((one) => one !== page.mainFrame());
    if (frame === undefined) throw new Error('There is no frame.');
    await frame.addStyleTag({ content: ONE_FONT });
    await frame.evaluate((font) => document.fonts.load(font), FONT);
    return new PicturedMeeting(page, frame, close);
  }

  async show(view: ZoomView): Promise<void> {
    await this.#page.evaluate((wanted) => window.app.handle?.client?.setViewType(wanted), view);
  }

  /**
   * Makes the SDK lay out the view anew. If the machine is so busy that the SDK takes a size late, the component sets it
   * again, and the meeting can then be 1 px lower than it should be.
   */
  async layOutAnew(): Promise<void> {
    await resize(this.#page, HEIGHT - 40);
    await this.#page.waitForTimeout(OTHER_SIZE_MS);
    await resize(this.#page, HEIGHT);
    await this.#page.waitForTimeout(OTHER_SIZE_MS);
  }

  async take(): Promise<Picture> {
    const file = await this.#root.screenshot({ animations: 'disabled' });
    return { file, image: PNG.sync.read(file) };
  }
}

const resize = (page: Page, height: number): Promise<void> =>
  page.evaluate((style) => window.app.mount({ sdk: 'practice', style }), {
    width: WIDTH,
    height,
    aspectRatio: 'auto',
  });
