import { describe, expect, it } from 'vitest';
import { merge, visibleMeetingInfo } from '../../../src/sdk/init/init-options.ts';
import { withLatestFunctions } from '../../../src/sdk/init/latest-functions.ts';
import { copyDeep } from '../../../src/utils/copy-deep.ts';

/** Like a DOM element, an instance of this class is no plain object. */
class Anchor extends EventTarget {
  readonly self = this;
  label: string | undefined = undefined;
}

describe('visibleMeetingInfo', () => {
  it('shows by default nothing that lets somebody in', () => {
    expect(visibleMeetingInfo()).toEqual(['topic', 'host', 'participant', 'dc', 'enctype']);
  });

  it('shows nothing, everything, or all but a list', () => {
    expect(visibleMeetingInfo(true)).toEqual([]);
    expect(visibleMeetingInfo(false)).toHaveLength(9);
    expect(visibleMeetingInfo(['topic', 'mn'])).not.toContain('topic');
    expect(visibleMeetingInfo([])).toHaveLength(9);
  });
});

describe('merge', () => {
  it('lets the app’s options win, and keeps ours beside them', () => {
    const ours = { language: 'en-US', customize: { meetingInfo: [], video: { isResizable: false } } };
    const theirs = {
      customize: { toolbar: { buttons: [] }, video: { popper: {} } },
      webEndpoint: 'x.zoom.us',
    };
    expect(merge(ours, theirs)).toEqual({
      language: 'en-US',
      webEndpoint: 'x.zoom.us',
      customize: { meetingInfo: [], toolbar: { buttons: [] }, video: { isResizable: false, popper: {} } },
    });
    expect(ours.customize).not.toHaveProperty('toolbar');
  });

  it('replaces arrays and elements whole', () => {
    expect(merge({ list: [1, 2] }, { list: [3] })).toEqual({ list: [3] });
  });
});

describe('init options that are no plain data', () => {
  interface Loop {
    self: Loop;
    none?: undefined;
    list: Loop[];
  }
  /** Options with an instance of a class, and with an object that contains itself in a field and in an array. */
  function options() {
    const anchor = new Anchor();
    const loop: Partial<Loop> = { none: undefined };
    Object.assign(loop, { self: loop, list: [loop] });
    const video = { anchor, loop: loop as Loop };
    return { anchor, init: { customize: { video, toolbar: { buttons: [{ anchor }] } } } };
  }
  const base = { language: 'en-US', customize: { video: { isResizable: false, loop: { of: 'ours' } } } };
  type Video = { anchor: Anchor; loop: Loop; isResizable: boolean };
  const videoOf = (made: Record<string, unknown>) => (made['customize'] as { video: Video }).video;

  it('are merged: instances stay what they are, cycles stay cycles', () => {
    const { anchor, init } = options();
    const { loop, ...video } = videoOf(merge(base, init));
    expect(video).toEqual({ anchor, isResizable: false });
    expect(video.anchor).toBe(anchor);
    expect(loop.self.self.self.list[0]).toBe(loop.self);
  });

  it('lose undefined fields: also in a cycle, but not in an instance', () => {
    const { anchor, init } = options();
    const { loop, ...video } = videoOf(copyDeep(merge(base, init)));
    expect(video.anchor).toBe(anchor);
    expect(anchor).toHaveProperty('label');
    expect(Object.keys(loop.self)).toEqual(['self', 'list']);
    expect(loop.self.self.self).toBe(loop.self);
  });

  it('are copied by withLatestFunctions in the same shape', () => {
    const { anchor, init } = options();
    const made = withLatestFunctions(init, () => undefined);
    expect(made).not.toBe(init);
    expect(videoOf(made).anchor).toBe(anchor);
    expect(videoOf(made).loop.self).toBe(videoOf(made).loop);
    expect(videoOf(made).loop.list[0]).toBe(videoOf(made).loop);
  });
});
