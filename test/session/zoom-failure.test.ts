import { describe, expect, it, vi } from 'vitest';
import { ZoomJoinError } from '../../src/session/error.ts';
import { zoomFailure } from '../../src/session/zoom-failure.ts';

const CONTEXT = { redact: (text: string) => text.replaceAll('secret', '•••'), hasPasswordFromUrl: false };

describe('what the SDK throws becomes a ZoomJoinError', () => {
  it('with Zoom’s number, a code, a hint and a sentence for the person', () => {
    const error = zoomFailure(
      { type: 'JOIN_MEETING_FAILED', errorCode: 3004, reason: 'Meeting Passcode wrong.' },
      CONTEXT,
    );
    expect(error).toBeInstanceOf(ZoomJoinError);
    expect(error).toMatchObject({ code: 'wrong-passcode', zoomCode: 3004, retryable: false });
    expect(error.userMessage).toContain('passcode');
    expect(error.hint).toContain('getSignature');
  });

  it('says that a passcode from a join URL is usually encrypted', () => {
    const error = zoomFailure({ errorCode: 3004 }, { ...CONTEXT, hasPasswordFromUrl: true });
    expect(error.hint).toContain('encrypted');
  });

  it('with none of the secrets in the payload', () => {
    const payload = {
      errorCode: 3008,
      reason: 'secret has not started',
      meetingInfo: { password: 'secret' },
    };
    const error = zoomFailure(payload, CONTEXT);
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('secret');
    expect(error).toMatchObject({ code: 'not-started', retryable: true });
    expect(error.cause).toBeUndefined();
  });

  it('with the page of Zoom’s where to go on', () => {
    expect(zoomFailure({ errorCode: 3051, url: '/signin' }, CONTEXT).url).toBe('https://zoom.us/signin');
    expect(zoomFailure({ errorCode: 3099, url: 'https://zoom.us/w/register' }, CONTEXT).url).toBe(
      'https://zoom.us/w/register',
    );
    expect(zoomFailure({ errorCode: 3099, url: 'http://' }, CONTEXT).url).toBeUndefined();
  });

  it.each([new TypeError('not a JWT'), 'text', undefined, null, { errorCode: 987 }, {}])(
    'also when it is %o',
    (thrown) => {
      expect(zoomFailure(thrown, CONTEXT)).toMatchObject({ code: 'join-failed', retryable: true });
    },
  );

  it('tells a connection that fails from a browser that is offline', () => {
    expect(zoomFailure({ errorCode: -3000 }, CONTEXT).code).toBe('connection-failed');
    vi.stubGlobal('navigator', { onLine: false });
    expect(zoomFailure({ errorCode: -3000 }, CONTEXT)).toMatchObject({ code: 'offline', retryable: true });
    vi.unstubAllGlobals();
  });

  it('and stays what it is when it is one', () => {
    const error = new ZoomJoinError('join-timeout', 'late');
    expect(zoomFailure(error, CONTEXT)).toBe(error);
  });
});
