import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createFrame } from '../../../src/sdk/frame/frame.ts';

const meta = document.createElement('meta');
meta.name = 'color-scheme';

afterEach(() => {
  meta.remove();
  document.documentElement.style.colorScheme = '';
  document.body.replaceChildren();
});

/** Returns the red, green and blue in the middle of the frame. */
async function colourOfFrame(): Promise<number[]> {
  const box = document.body.appendChild(document.createElement('div'));
  Object.assign(box.style, { position: 'relative', width: '200px', height: '100px' });
  createFrame(box, { title: 'Zoom meeting', onUnload() {}, onGone() {} });
  const png = await page.elementLocator(box).screenshot({ save: false });
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  canvas?.drawImage(bitmap, 0, 0);
  return [...(canvas?.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data ?? [])].slice(0, 3);
}

const OUR_GREY = [0x24, 0x24, 0x24];

// Otherwise the browser puts white behind a light document in a dark one.
it.each(['a style', 'a <meta>'])(
  'the frame has its own background in a page that is dark by %s',
  async (how) => {
    if (how === 'a style') document.documentElement.style.colorScheme = 'dark';
    else {
      meta.content = 'dark';
      document.head.append(meta);
    }
    expect(await colourOfFrame()).toEqual(OUR_GREY);
  },
);
