import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ZoomJoinProps } from '../../src/react/props.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { isAll } from '../support/is-all.ts';
import { joinPractice } from '../support/practice.tsx';

afterEach(cleanup);

const now = () => Math.floor(Date.now() / 1000);

/** A value that only an untyped app can pass. */
const untyped = (value: unknown) => value as never;

const WRONG: readonly [what: string, props: Partial<ZoomJoinProps>, code: string, names: RegExp][] = [
  ['no meeting', { meeting: untyped(undefined) }, 'invalid-meeting', /`meeting`/],
  ['an empty meeting', { meeting: '' }, 'invalid-meeting', /`meeting`/],
  ['8 digits', { meeting: '1234 5678' }, 'invalid-meeting', /`meeting`.* 8 digits/],
  ['a personal link', { meeting: 'https://zoom.us/my/ada' }, 'invalid-meeting', /`meeting`/],
  [
    'an opaque meeting without number',
    { meeting: 'class-42' },
    'invalid-meeting',
    /`getSignature`.*`meetingNumber`/,
  ],
  [
    'a grant with 8 digits',
    { getSignature: () => ({ signature: fakeSignature(), meetingNumber: '12345678' }) },
    'invalid-meeting',
    /`meetingNumber`.*`getSignature`/,
  ],
  ['getSignature missing', { getSignature: untyped(undefined) }, 'invalid-options', /`getSignature`/],
  [
    'getSignature throwing',
    {
      getSignature: () => {
        throw new Error('no');
      },
    },
    'signature-request-failed',
    /`getSignature`/,
  ],
  [
    'getSignature rejecting',
    { getSignature: () => Promise.reject(new Error('no')) },
    'signature-request-failed',
    /`getSignature`/,
  ],
  [
    'getSignature never answering',
    { getSignature: () => new Promise(() => {}), timeouts: { signature: 50 } },
    'signature-timeout',
    /`getSignature`.*0\.05 s/,
  ],
  ['no signature', { getSignature: () => untyped(undefined) }, 'signature-missing', /`getSignature`/],
  [
    'a grant without signature',
    { getSignature: () => untyped({ token: 'x' }) },
    'signature-missing',
    /`signature`/,
  ],
  [
    'an HTML page',
    { getSignature: () => '<!doctype html><html></html>' },
    'signature-invalid',
    /`getSignature`.*HTML/,
  ],
  ['a non-JWT', { getSignature: () => 'not-a-token' }, 'signature-invalid', /`getSignature`.*not a JWT/],
  [
    'an expired JWT',
    { getSignature: () => fakeSignature({ iat: now() - 9_000, exp: now() - 600 }) },
    'signature-expired',
    /`getSignature`.*10 minutes ago/,
  ],
  [
    'a JWT in milliseconds',
    { getSignature: () => fakeSignature({ iat: Date.now(), exp: Date.now() + 2e6 }) },
    'signature-invalid',
    /`getSignature`.*milliseconds/,
  ],
  [
    'another meeting’s JWT',
    { getSignature: () => fakeSignature({ mn: '99988877766' }) },
    'signature-invalid',
    /`getSignature`.*not for this meeting/,
  ],
  [
    'a JWT without appKey',
    { getSignature: () => fakeSignature({ appKey: undefined }) },
    'signature-invalid',
    /`getSignature`.*appKey/,
  ],
  ['an empty userName', { userName: '' }, 'invalid-user-name', /`userName`/],
  ['a blank userName', { userName: '  ' }, 'invalid-user-name', /`userName`/],
];

describe('each wrong input ends in `failed`, and names the prop and the fix', () => {
  it.each(WRONG)('%s', async (_what, props, code, names) => {
    const { until, ref, errors, log, root } = joinPractice({ props });
    await until('failed');
    const error = ref.current?.error;
    expect(error).toMatchObject({ name: 'ZoomJoinError', code });
    expect(error?.message).toMatch(names);
    expect(error?.hint?.length).toBeGreaterThan(20);
    expect(errors).toEqual([error]);
    expect(log.slice(-2)).toEqual(['failed', `onError:${code}`]);
    // The user sees a sentence that was written for users, and nothing that was written for the developer.
    expect(root()?.innerText).toContain('Can’t join the meeting');
    expect(root()?.innerText).toContain(error?.userMessage);
    expect(root()?.innerText).not.toContain('`');
    expect(document.querySelectorAll('iframe')).toHaveLength(0);
  });
});

/** One for each code. The others are variants. */
const KINDS = WRONG.filter(([, , code], at) => WRONG.findIndex((one) => one[2] === code) === at);

describe('when the input is right, the meeting can be joined', () => {
  it.each(isAll ? WRONG : KINDS)('after %s', async (_what, props) => {
    const { until, ref, rerender } = joinPractice({ props });
    await until('failed');
    // The cause is gone. With another meeting, the component rejoins by itself; otherwise the button on that screen
    // does it.
    rerender({
      meeting: '123 4567 8901',
      userName: 'Ada Lovelace',
      getSignature: () => fakeSignature(),
      timeouts: undefined,
    });
    if (ref.current?.status === 'failed') fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await until('joined');
  });
});

describe('what the SDK cannot be loaded from', () => {
  it('says which script is missing, and joins once it is there', async () => {
    const { until, ref, rerender, simulator } = joinPractice({
      props: { sdk: { id: 'nowhere', scripts: ['/nowhere/react.min.js'], assetPath: '/nowhere' } },
    });
    await until('failed');
    expect(ref.current?.error).toMatchObject({ code: 'sdk-file-missing', retryable: false });
    expect(ref.current?.error?.message).toContain('/nowhere/react.min.js');
    rerender({ sdk: simulator.sdk });
    await until('joined');
  });

  it('says when the scripts bring no SDK', async () => {
    const { until, ref } = joinPractice({
      props: { sdk: { id: 'react-alone', scripts: ['/zoom-sdk/lib/vendor/react.min.js'] } },
    });
    await until('failed');
    expect(ref.current?.error?.code).toBe('sdk-not-found');
  });
});
