import { describe, expect, it } from 'vitest';
import { merge, visibleMeetingInfo } from '../../src/sdk/customize.ts';

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
