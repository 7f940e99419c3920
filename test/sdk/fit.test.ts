import { describe, expect, it } from 'vitest';
import { scaleToFit, videoSize } from '../../src/sdk/fit.ts';

describe('videoSize', () => {
  it('leaves room for the toolbars and keeps the gallery’s shape', () => {
    const { width, height } = videoSize({ width: 960, height: 600 });
    expect(height).toBe(518);
    expect(width / height).toBeCloseTo(720 / 411, 2);
  });

  it('is never wider than the container, nor negative', () => {
    expect(videoSize({ width: 300, height: 900 }).width).toBe(296);
    expect(videoSize({ width: 100, height: 50 })).toEqual({ width: 0, height: 0 });
  });
});

describe('scaleToFit', () => {
  it('shrinks what is too large by its worse dimension, and grows nothing', () => {
    expect(scaleToFit({ width: 1000, height: 1200 }, { width: 500, height: 300 })).toBe(0.25);
    expect(scaleToFit({ width: 244, height: 120 }, { width: 960, height: 600 })).toBe(1);
    expect(scaleToFit({ width: 0, height: 0 }, { width: 960, height: 600 })).toBe(1);
  });
});
