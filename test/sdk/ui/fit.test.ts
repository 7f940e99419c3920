import { describe, expect, it } from 'vitest';
import { scaleToFit, videoSize } from '../../../src/sdk/ui/fit.ts';

describe('videoSize', () => {
  it('leaves room for the toolbars, and keeps to what each view can be', () => {
    const box = { width: 960, height: 600 };
    expect(videoSize(box, 'gallery')).toEqual({ width: 907, height: 518 });
    expect(videoSize(box, 'speaker')).toEqual({ width: 735, height: 518 });
    expect(videoSize(box, 'active')).toEqual({ width: 956, height: 518 });
    expect(videoSize(box, undefined)).toEqual(videoSize(box, 'gallery'));
  });

  it('is narrower for stacked tiles', () => {
    const box = { width: 960, height: 600 };
    expect(videoSize(box, 'gallery', 9, true).width).toBe(472);
    expect([1, 2, 3, 4, 25].map((people) => videoSize(box, 'ribbon', people).width)).toEqual([
      956, 472, 315, 236, 236,
    ]);
  });

  it('is never wider than the container', () => {
    expect(videoSize({ width: 300, height: 900 }, 'gallery')).toEqual({ width: 296, height: 818 });
  });

  it('is that of a larger container of the same shape when there is no room for a toolbar and a tile', () => {
    expect(videoSize({ width: 127, height: 450 }, 'gallery')).toEqual({ width: 250, height: 818 });
    expect(videoSize({ width: 900, height: 133 }, 'speaker')).toEqual({ width: 261, height: 184 });
    expect(videoSize({ width: 0, height: 0 }, 'gallery').width).toBeGreaterThan(200);
  });
});

describe('scaleToFit', () => {
  it('shrinks what is too large by its worse dimension, and grows nothing', () => {
    expect(scaleToFit({ width: 1000, height: 1200 }, { width: 500, height: 300 })).toBe(0.25);
    expect(scaleToFit({ width: 244, height: 120 }, { width: 960, height: 600 })).toBe(1);
    expect(scaleToFit({ width: 0, height: 0 }, { width: 960, height: 600 })).toBe(1);
  });
});
