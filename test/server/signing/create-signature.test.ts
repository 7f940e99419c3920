import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSignature, type SignatureOptions } from '../../../src/server/index.ts';
import { CREDENTIALS } from '../requests.ts';

const NOW_S = 1_790_000_000;
const options: SignatureOptions = { ...CREDENTIALS, meetingNumber: '12345678901', role: 0 };
const untyped = (changes: object) => createSignature({ ...options, ...changes });

beforeEach(() => void vi.useFakeTimers({ now: NOW_S * 1000 + 999, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('a signature', () => {
  it('is verified with the secret, and with no other', async () => {
    const signature = await createSignature(options);
    const key = (secret: string) => new TextEncoder().encode(secret);
    await expect(
      jwtVerify(signature, key(CREDENTIALS.sdkSecret), { algorithms: ['HS256'] }),
    ).resolves.toBeDefined();
    await expect(jwtVerify(signature, key(`${CREDENTIALS.sdkSecret}x`))).rejects.toThrow();
  });

  it('says what Zoom asks for, and nothing else', async () => {
    const signature = await createSignature(options);
    expect(decodeProtectedHeader(signature)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decodeJwt(signature)).toEqual({
      appKey: CREDENTIALS.sdkKey,
      mn: '12345678901',
      role: 0,
      iat: NOW_S - 30,
      exp: NOW_S - 30 + 1_800,
      tokenExp: NOW_S - 30 + 1_800,
    });
  });

  it.each([12345678901, '123 4567 8901', '123-4567-8901', ' 123\u00a04567\u00a08901\n'])(
    'is for the digits of the meeting number: %j',
    async (meetingNumber) => {
      expect(decodeJwt(await untyped({ meetingNumber }))).toMatchObject({ mn: '12345678901' });
    },
  );

  it.each(['123456789', '1234567890', '12345678901'])(
    'takes a number of Zoom’s length: %s',
    async (meetingNumber) => {
      expect(decodeJwt(await untyped({ meetingNumber }))).toMatchObject({ mn: meetingNumber });
    },
  );

  it('makes a host, when told to', async () => {
    expect(decodeJwt(await untyped({ role: 1 }))).toMatchObject({ role: 1 });
  });

  it.each([1_800, 172_800])('may live %d s, as Zoom counts: from iat', async (expiresIn) => {
    const { iat, exp, tokenExp } = decodeJwt(await untyped({ expiresIn }));
    expect(Number(exp) - Number(iat)).toBe(expiresIn);
    expect(tokenExp).toBe(exp);
  });

  it('counts from issuedAt, when that is given', async () => {
    expect(decodeJwt(await untyped({ issuedAt: NOW_S }))).toMatchObject({ iat: NOW_S, exp: NOW_S + 1_800 });
  });

  it.each([0, 1])('asks for WebRTC video, or not: %d', async (videoWebRtcMode) => {
    expect(decodeJwt(await untyped({ videoWebRtcMode }))).toMatchObject({
      video_webrtc_mode: videoWebRtcMode,
    });
  });
});

describe('a wrong option', () => {
  it.each([
    ['sdkKey', TypeError, [undefined, '', 7, ' key', 'key\n']],
    ['sdkSecret', TypeError, [undefined, '', 7, ' secret', 'secret\n']],
    ['meetingNumber', TypeError, [undefined, null, {}, true]],
    ['meetingNumber', RangeError, ['', '12345678', '123456789012', 12345678, 'standup', '1234567890x']],
    ['meetingNumber', RangeError, [-1234567890, 123456789.5, Number.NaN, 'https://zoom.us/j/12345678901']],
    ['role', RangeError, [undefined, null, 2, -1, '1', true]],
    [
      'expiresIn',
      RangeError,
      [0, 1_799, 172_801, 1_800.5, Number.NaN, Number.POSITIVE_INFINITY, '1800', null],
    ],
    ['issuedAt', RangeError, [-1, 1.5, Number.NaN, NOW_S * 1000, '1790000000']],
    ['videoWebRtcMode', RangeError, [2, '1', true, null]],
  ] as const)('rejects and names %s', async (field, kind, values) => {
    for (const value of values) {
      const error: unknown = await untyped({ [field]: value }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error, String(value)).toBeInstanceOf(kind);
      const { message } = error as Error;
      expect(message).toContain(`createSignature: \`${field}\``);
      expect(message).not.toContain(CREDENTIALS.sdkSecret);
      if (typeof value === 'string' && value.length > 5) expect(message).not.toContain(value.trim());
    }
  });
});
