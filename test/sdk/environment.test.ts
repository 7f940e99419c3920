import { describe, expect, it } from 'vitest';
import { allowsMedia, blockingProblem, forbiddenMedia, missingAbilities } from '../../src/sdk/environment.ts';
import type { FrameWindow } from '../../src/sdk/source.ts';

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

describe('what the page forbids', () => {
  const policy = (...forbidden: string[]): FrameWindow =>
    browser({
      document: { featurePolicy: { allowsFeature: (name: string) => !forbidden.includes(name) } },
    });

  it('is what its policy does not allow', () => {
    expect(forbiddenMedia(policy())).toEqual([]);
    expect(forbiddenMedia(policy('microphone', 'display-capture', 'midi'))).toEqual([
      'microphone',
      'display-capture',
    ]);
  });

  it('is unknown in a browser that does not tell', () => {
    expect(allowsMedia(browser(), 'camera')).toBeUndefined();
    expect(forbiddenMedia(browser())).toEqual([]);
  });
});
