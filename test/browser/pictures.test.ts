import type { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparePictures, isSame } from '../pictures/compare.ts';
import { addDifference, forgetDifferences, PAGE_PATH } from '../pictures/differences-page.ts';
import { findUnseenMoves } from '../pictures/moved-buttons.ts';
import { PicturedMeeting, VIEWS } from '../pictures/pictured-meeting.ts';
import { readStored, store, VERSION, versionToCompare } from '../pictures/stored.ts';
import { takeSteady, takeUntilSame } from '../pictures/take-until.ts';
import { type Harness, sharedHarness, startHarness } from '../support/harness.ts';
import { firstOf } from '../support/is-all.ts';

const isUpdate = process.env['UPDATE_PICTURES'] !== undefined;
const STORE = `\`npm run test:pictures -- --update ${VERSION}\` stores it.`;

/** Ways to draw text, as on other machines, and Chromium's arguments for them. */
const WAYS: readonly [way: string, args?: readonly string[]][] = [
  ['as usual'],
  ['with letters at whole pixels', ['--disable-font-subpixel-positioning']],
  ['with coloured edges', ['--enable-lcd-text']],
];

beforeAll(() => forgetDifferences(VERSION));

describe.each(isUpdate ? WAYS.slice(0, 1) : firstOf(1, WAYS))('pictures, drawn %s', (_way, args) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = args === undefined ? await sharedHarness() : await startHarness(args);
  });
  afterAll(() => harness.stop());

  describe.each(['webrtc', 'legacy'] as const)('of the %s layout', (layout) => {
    let meeting: PicturedMeeting;
    beforeAll(async () => {
      meeting = await PicturedMeeting.join(harness, layout);
    });
    afterAll(() => meeting.close());

    it.each(VIEWS[layout])('the %s view is as it was, and no button could move unseen', async (view) => {
      await meeting.show(view);
      const picture = await (isUpdate ? update : check)(meeting, `${layout}-${view}`);
      expect(await findUnseenMoves(meeting, picture)).toEqual([]);
    });

    // These are in the view that was shown last.
    it('bolder text is the same', async () => {
      const before = await meeting.take();
      const style = await meeting.frame.addStyleTag({ content: '* { -webkit-text-stroke: 0.25px }' });
      const after = await meeting.take();
      await style.evaluate((element) => (element as Element).remove());
      expect(after.file.equals(before.file)).toBe(false);
      expect(comparePictures(before.image, after.image)).toSatisfy(isSame);
    });

    it('a button that is 4 px further is not the same', async () => {
      const before = await meeting.take();
      const button = meeting.frame.getByTitle('Leave', { exact: true });
      await button.evaluate((element) => {
        element.style.translate = '4px';
      });
      const after = await meeting.take();
      expect(comparePictures(before.image, after.image)).not.toSatisfy(isSame);
    });
  });
});

/** Compares the meeting with the stored picture, and resolves to how it looks. It fails if that is not the same. */
async function check(meeting: PicturedMeeting, name: string): Promise<PNG> {
  const version = versionToCompare();
  const before = version === undefined ? undefined : readStored(version, name);
  if (version === undefined || before === undefined) expect.fail(`There is no picture ${name}. ${STORE}`);
  const { image: after } = await takeUntilSame(meeting, before);
  const comparison = comparePictures(before, after);
  const isKnown = version === VERSION;
  if (!isSame(comparison)) {
    addDifference(VERSION, name, { before, after, difference: comparison.difference });
    const other = isKnown ? 'as it was' : `as in ${version}, the newest SDK with pictures`;
    expect.fail(`${name} of SDK ${VERSION} is not ${other}: see ${PAGE_PATH}. If it is right: ${STORE}`);
  }
  if (!isKnown) console.warn(`${name} of SDK ${VERSION} is as in ${version}. ${STORE}`);
  return after;
}

/** Stores how the meeting looks, unless it looks as it did. */
async function update(meeting: PicturedMeeting, name: string): Promise<PNG> {
  const before = readStored(VERSION, name);
  const { image: after, file } = await takeSteady(meeting);
  if (before === undefined || !isSame(comparePictures(before, after))) store(name, file);
  return after;
}
