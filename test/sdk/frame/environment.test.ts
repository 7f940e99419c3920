import { describe, expect, it } from 'vitest';
import {
  blockingProblem,
  hasH264,
  mayForbidMedia,
  missingAbilities,
} from '../../../src/sdk/frame/environment.ts';
import { allowsMedia, forbiddenMedia } from '../../../src/sdk/frame/forbidden-media.ts';
import type { FrameWindow } from '../../../src/sdk/loading/source.ts';

const DESKTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

const browser = (changes: object = {}, navigator: object = {}): FrameWindow =>
  ({
    isSecureContext: true,
    WebAssembly: {},
    Worker: class {},
    AudioWorklet: class {},
    document: {},
    navigator: { userAgent: DESKTOP, mediaDevices: {}, mediaCapabilities: {}, ...navigator },
    ...changes,
  }) as unknown as FrameWindow;

const without = (name: string): FrameWindow => {
  const page = browser() as unknown as Record<string, object>;
  for (const holder of [page, page['navigator']]) Reflect.deleteProperty(holder ?? {}, name);
  return page as unknown as FrameWindow;
};

describe('what keeps a browser from joining', () => {
  it('is nothing in a current one on a desktop', () => {
    expect(blockingProblem(browser())).toBeUndefined();
  });

  it('is a page without https, whatever else is missing because of it', () => {
    expect(blockingProblem(browser({ isSecureContext: false }, { mediaDevices: undefined }))).toBe(
      'insecure-context',
    );
  });

  it('is a frame with a sandbox, which gives the page no origin', () => {
    expect(blockingProblem(browser({ origin: 'null', isSecureContext: false }))).toBe('page-sandboxed');
  });

  it.each(['WebAssembly', 'Worker', 'AudioWorklet', 'mediaDevices', 'mediaCapabilities'])(
    'is the lack of %s',
    (name) => {
      expect(missingAbilities(without(name))).toEqual([name]);
      expect(blockingProblem(without(name))).toBe('browser-unsupported');
    },
  );

  it.each([
    ['Chrome on Android', '(Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36'],
    ['Firefox on Android', '(Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0'],
    [
      'Safari on an iPhone',
      '(iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1',
    ],
    [
      'Chrome on an iPhone',
      '(iPhone; CPU iPhone OS 18_6 like Mac OS X) CriOS/141.0 Mobile/15E148 Safari/604.1',
    ],
    ['a phone with HarmonyOS', '(Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/132.0 ArkWeb/4.1 Mobile'],
  ])('is a phone: %s', (_what, system) => {
    expect(blockingProblem(browser({}, { userAgent: `Mozilla/5.0 ${system}` }))).toBe('phone-unsupported');
  });

  it.each([
    ['an Android tablet', '(Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36'],
    ['Firefox on a tablet', '(Android 15; Tablet; rv:143.0) Gecko/143.0 Firefox/143.0'],
    ['an iPad', '(Macintosh; Intel Mac OS X 10_15_7) Version/18.6 Safari/605.1.15'],
    ['an iPad that says so', '(iPad; CPU OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1'],
    ['a phone that asks for the desktop page', '(X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36'],
  ])('is not %s', (_what, system) => {
    expect(blockingProblem(browser({}, { userAgent: `Mozilla/5.0 ${system}` }))).toBeUndefined();
  });
});

it('is not a phone for an app that has it try', () => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile Safari/537.36';
  expect(blockingProblem(browser({}, { userAgent }), 'try')).toBeUndefined();
  expect(blockingProblem(browser({ Worker: undefined }, { userAgent }), 'link')).toBe('phone-unsupported');
});

it('knows whether the browser can send H.264', () => {
  const sends = (...types: string[]) =>
    hasH264(
      browser({
        RTCRtpSender: { getCapabilities: () => ({ codecs: types.map((mimeType) => ({ mimeType })) }) },
      }),
    );
  expect(sends('video/VP8', 'video/H264')).toBe(true);
  expect(sends('video/VP8', 'video/rtx')).toBe(false);
  // Without WebRTC, media goes another way.
  expect(hasH264(browser())).toBe(true);
});

describe('what the page forbids', () => {
  const top = (changes: object, navigator?: object): FrameWindow => {
    const page = browser(changes, navigator);
    return Object.assign(page, { parent: page });
  };
  const policy = (...forbidden: string[]) => ({
    document: { featurePolicy: { allowsFeature: (name: string) => !forbidden.includes(name) } },
  });
  /** The permissions of a browser that knows only these names. */
  const permissions = (states: Record<string, string>) => ({
    permissions: {
      query: async ({ name }: { name: string }) => {
        if (!(name in states)) throw new TypeError(name);
        return { state: states[name] };
      },
    },
  });
  const DENIED = permissions({ camera: 'denied', microphone: 'denied' });

  it('is what its policy does not allow', async () => {
    expect(await forbiddenMedia(top(policy()))).toEqual([]);
    expect(mayForbidMedia(top(policy()))).toBe(false);
    const page = top(policy('microphone', 'display-capture', 'midi'));
    expect(mayForbidMedia(page)).toBe(true);
    expect(await forbiddenMedia(page)).toEqual(['microphone', 'display-capture']);
  });

  it('is, in a frame of a browser that tells of no policy, what is denied without having been asked for', async () => {
    const inFrame = (states: Record<string, string>) => {
      const page = Object.assign(browser({}, permissions(states)), { parent: {} });
      expect(mayForbidMedia(page)).toBe(true);
      return forbiddenMedia(page);
    };
    expect(await inFrame({ camera: 'denied', microphone: 'denied' })).toEqual(['camera', 'microphone']);
    expect(await inFrame({ camera: 'prompt', microphone: 'denied' })).toEqual(['microphone']);
    expect(await inFrame({ camera: 'granted', microphone: 'prompt' })).toEqual([]);
    expect(await inFrame({})).toEqual([]);
  });

  it('is nothing where only the person can have denied it, and unknown in a browser that does not tell', async () => {
    expect(allowsMedia(top({}), 'camera')).toBeUndefined();
    expect(mayForbidMedia(top({}, DENIED))).toBe(false);
    expect(await forbiddenMedia(top({}, DENIED))).toEqual([]);
    expect(await forbiddenMedia(Object.assign(browser(), { parent: {} }))).toEqual([]);
  });

  it('is what the policy says, whatever the person has said', async () => {
    expect(await forbiddenMedia(Object.assign(browser(policy(), DENIED), { parent: {} }))).toEqual([]);
  });
});
