import { afterEach, describe, expect, it, vi } from 'vitest';
import { classify } from '../../src/failures/classify.ts';
import { Failure, failure } from '../../src/failures/failure.ts';
import { explain as inWords } from '../../src/failures/words/explain.ts';
import { ZoomJoinError } from '../../src/failures/zoom-join-error.ts';
import type { SdkFailure } from '../../src/sdk/client/sdk-client.ts';
import { SdkLoadError } from '../../src/sdk/loading/load-sdk.ts';
import type { SignatureFinding } from '../../src/signature/check-signature.ts';

const explain = (thrown: unknown) => inWords(classify(thrown));

afterEach(() => vi.unstubAllGlobals());

const zoom = (said: SdkFailure, hasPasswordFromUrl = false, found: readonly SignatureFinding[] = []) =>
  explain(new Failure({ what: 'zoom', said, hasPasswordFromUrl, inspect: async () => found }));

describe('what Zoom says becomes a ZoomJoinError', async () => {
  it('with Zoom’s number, a code, a hint and a sentence for the person', async () => {
    const error = await zoom({ errorCode: 3004, reason: 'Meeting Passcode wrong.' });
    expect(error).toBeInstanceOf(ZoomJoinError);
    expect(error).toMatchObject({ code: 'wrong-passcode', zoomCode: 3004, retryable: false });
    expect(error.message).toContain('Meeting Passcode wrong.');
    expect(error.userMessage).toContain('passcode');
    expect(error.hint).toContain('getSignature');
  });

  it('names what is doubtful about a signature that Zoom refuses', async () => {
    const doubts = [{ code: 'not-yet-valid', fatal: false, seconds: 90 }] as const;
    const refused = await zoom({ errorCode: 3712 }, false, doubts);
    expect(refused.hint).toMatch(/90 s in the future.*clock/);
    expect((await zoom({ errorCode: 4006 }, false, doubts)).hint).not.toContain('90 s');
  });

  it('names what is wrong with a signature that Zoom, or the SDK itself, refuses', async () => {
    const found = [{ code: 'app-key-missing', fatal: true }] as const;
    expect(await zoom({ errorCode: 3712 }, false, found)).toMatchObject({
      code: 'signature-invalid',
      zoomCode: 3712,
      message: expect.stringContaining('`appKey`'),
    });
    expect((await zoom({ reason: 'The string to be decoded …' }, false, found)).code).toBe(
      'signature-invalid',
    );
    // If Zoom refuses the join for another reason, the signature works.
    expect((await zoom({ errorCode: 4006 }, false, found)).code).toBe('meeting-locked');
  });

  it('says that a passcode from a join URL is usually encrypted', async () => {
    expect((await zoom({ errorCode: 3004 }, true)).hint).toContain('encrypted');
  });

  it('with the page of Zoom’s where to go on, if it is one', async () => {
    expect((await zoom({ errorCode: 3051, url: '/signin' })).url).toBe('https://zoom.us/signin');
    expect((await zoom({ errorCode: 3099, url: 'https://zoom.us/w/register' })).url).toBe(
      'https://zoom.us/w/register',
    );
    for (const url of [
      'http://',
      'javascript:alert(1)',
      'http://zoom.us/signin',
      'https://evil.example/signin',
      'https://zoom.us.evil.example/signin',
      'https://zoom.us@evil.example/signin',
      '//evil.example/signin',
      'zoommtg://zoom.us/join?confno=1',
      // A secret was removed.
      'https://zoom.us/j/•••/register',
    ]) {
      expect((await zoom({ errorCode: 3099, url })).url).toBeUndefined();
    }
  });

  it('with a page on the app’s own endpoint, and never with a token', async () => {
    const page = async (url: string, webEndpoint?: string) => {
      const facts = { what: 'zoom', said: { errorCode: 3099, url }, hasPasswordFromUrl: false } as const;
      return (await explain(new Failure({ ...facts, webEndpoint }))).url;
    };
    for (const endpoint of ['vanity.example', 'https://vanity.example/', 'vanity.example:443']) {
      expect(await page('https://vanity.example/register', endpoint)).toBe('https://vanity.example/register');
      expect(await page('/signin', endpoint)).toBe('https://vanity.example/signin');
      expect(await page('https://evil.example/', endpoint)).toBeUndefined();
    }
    expect(await page('https://vanity.example/register')).toBeUndefined();
    expect(await page('https://www.zoomgov.com/register')).toBe('https://www.zoomgov.com/register');
    expect(await page('https://us02web.zoom.us/webinar/register/WN_1?tk=registration-71c2#tk=2')).toBe(
      'https://us02web.zoom.us/webinar/register/WN_1',
    );
    expect(await page('https://user:pass@zoom.us/register')).toBe('https://zoom.us/register');
  });

  it('as a connection error, too, when Zoom has no number for it', async () => {
    const error = await zoom({ errorCode: 200, reason: 'connection error' });
    expect(error).toMatchObject({ code: 'connection-failed', zoomCode: 200 });
    expect((await zoom({ errorCode: 200, reason: 'Something new' })).code).toBe('join-failed');
  });

  it.each([{ errorCode: 987 }, {}])('also when it is %o', async (said) => {
    expect(await zoom(said)).toMatchObject({ code: 'join-failed', retryable: true });
  });

  it('tells an insecure page from a browser that is not supported', async () => {
    expect((await zoom({ errorCode: 5000 })).code).toBe('browser-unsupported');
    vi.stubGlobal('isSecureContext', false);
    expect((await zoom({ errorCode: 5000 })).code).toBe('insecure-context');
  });
});

describe('without a network', async () => {
  it.each([
    [
      'a connection that fails',
      new Failure({ what: 'zoom', said: { errorCode: -3000 }, hasPasswordFromUrl: false }),
      'connection-failed',
    ],
    ['an endpoint out of reach', failure('signature-unreachable'), 'signature-unreachable'],
    [
      'a script that does not arrive',
      new SdkLoadError({ problem: 'timeout', src: '/x.js' }),
      'sdk-load-timeout',
    ],
  ])('%s is told as being offline', async (_what, thrown, code) => {
    expect((await explain(thrown)).code).toBe(code);
    vi.stubGlobal('navigator', { onLine: false });
    expect(await explain(thrown)).toMatchObject({ code: 'offline', retryable: true });
  });

  it('what has nothing to do with it stays what it is', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect((await explain(failure('signature-missing'))).code).toBe('signature-missing');
  });
});

it('what varies stands in the message', async () => {
  expect((await explain(failure('join-timeout', 45))).message).toBe('Zoom did not answer within 45 s.');
  expect((await explain(failure('endpoint-refused', '$& 404'))).message).toContain('$& 404');
  const policy = await explain(
    new SdkLoadError({ problem: 'blocked', src: '/x.js', directive: 'script-src' }),
  );
  expect(policy).toMatchObject({ code: 'sdk-blocked-by-policy' });
  expect(policy.message).toMatch(/\/x\.js \(script-src\)/);
});

it('what nobody expected is told as our bug, with its cause', async () => {
  const cause = new RangeError('boom');
  expect(await explain(cause)).toMatchObject({ code: 'internal', cause, retryable: true });
});
