import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { blockingProblem, mayForbidMedia, missingAbilities } from '../../../src/sdk/frame/environment.ts';
import { allowsMedia, forbiddenMedia, MEDIA } from '../../../src/sdk/frame/forbidden-media.ts';
import { createFrame } from '../../../src/sdk/frame/frame.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';
import { createMeetingSimulator } from '../../../src/testing/index.ts';
import { joinPractice } from '../../support/practice.tsx';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** A page inside another page, like an app in a portal. */
function pageInside(allow: string): FrameWindow {
  const iframe = document.createElement('iframe');
  iframe.allow = allow;
  document.body.append(iframe);
  return iframe.contentWindow as FrameWindow;
}

const meetingFrame = (page: FrameWindow) =>
  createFrame(page.document.body, { title: 'Zoom meeting', onUnload() {}, onGone() {} });

/** Firefox and Safari do not say what a policy allows, and Safari has no permission for each feature. */
const TELLS = 'featurePolicy' in document;

describe('in this browser', () => {
  it('nothing keeps it from joining, and nothing that the SDK needs is missing', () => {
    expect(blockingProblem(window as FrameWindow)).toBeUndefined();
    expect(missingAbilities(window as FrameWindow)).toEqual([]);
  });

  it('the frame of the meeting may use what the page may', async () => {
    const frame = meetingFrame(pageInside('camera; microphone; display-capture'));
    expect(MEDIA.map((media) => allowsMedia(frame.window, media))).toEqual(
      MEDIA.map(() => (TELLS ? true : undefined)),
    );
    expect(await forbiddenMedia(frame.window)).toEqual([]);
    frame.remove();
  });

  it('what the page may not use, its frame may not either', async () => {
    const page = pageInside("camera 'none'; display-capture 'none'");
    expect(mayForbidMedia(page)).toBe(true);
    const forbidden = TELLS ? ['camera', 'display-capture'] : ['camera'];
    expect(await forbiddenMedia(page)).toEqual(forbidden);
    const frame = meetingFrame(page);
    expect(await forbiddenMedia(frame.window)).toEqual(forbidden);
    frame.remove();
  });
});

it('the SDK refuses a browser that lacks what it needs, and joins in one without WebRTC', async () => {
  const lacking = async (name: string) => {
    const { prepare, ...sdk } = createMeetingSimulator().sdk;
    const withoutIt = (frame: FrameWindow) => {
      prepare?.(frame);
      Object.defineProperty(frame, name, { value: undefined });
    };
    const { until, status, errors, unmount } = joinPractice({
      props: { sdk: { ...sdk, prepare: withoutIt } },
    });
    await Promise.race([until('joined'), until('failed')]);
    const end = status();
    unmount();
    return end === 'failed' ? errors[0]?.zoomCode : end;
  };
  expect(await lacking('WebAssembly')).toBe(5000);
  expect(await lacking('AudioWorklet')).toBe(5000);
  expect(await lacking('RTCPeerConnection')).toBe('joined');
});
