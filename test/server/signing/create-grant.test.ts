import { decodeJwt, jwtVerify } from 'jose';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  createGrant,
  createSignatureHandler,
  type Grant,
  type GrantOptions,
  type SignatureReply,
} from '../../../src/server/index.ts';
import { CREDENTIALS, post } from '../requests.ts';

const options: GrantOptions = { ...CREDENTIALS, meetingNumber: '987 654 3210' };
const untyped = (changes: object) => createGrant({ ...options, ...changes });

describe('a grant', () => {
  it('is signed for the meeting, as a participant unless it says host', async () => {
    const { signature, ...rest } = await createGrant(options);
    expect(rest).toEqual({ meetingNumber: '9876543210' });
    const key = new TextEncoder().encode(CREDENTIALS.sdkSecret);
    const { payload } = await jwtVerify(signature, key, { algorithms: ['HS256'] });
    expect(payload).toMatchObject({ appKey: CREDENTIALS.sdkKey, mn: '9876543210', role: 0 });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(1_800);
    expect(decodeJwt((await untyped({ role: 'host' })).signature)).toMatchObject({ role: 1 });
    expect(decodeJwt((await untyped({ role: 'participant' })).signature)).toMatchObject({ role: 0 });
  });

  it('is all that the browser gets: no key, no secret, and nothing else of a row', async () => {
    const fields = {
      password: 'pass',
      userName: 'Ada',
      userEmail: 'ada@example.com',
      customerKey: 'user-7',
      tk: 'tk',
      zak: 'zak',
      recordingToken: 'recording',
    };
    const { signature, ...rest } = await untyped({ ...fields, auditId: 'user-7', passwordHash: 'x' });
    expect(signature).toMatch(/^eyJ/);
    expect(rest).toEqual({ meetingNumber: '9876543210', ...fields });
  });

  it('takes null for absent', async () => {
    const row: Grant = {
      meetingNumber: 9876543210,
      password: null,
      role: null,
      userName: null,
      userEmail: null,
      customerKey: null,
      tk: null,
      zak: null,
      obfToken: 'o',
      recordingToken: null,
      expiresIn: null,
      auditId: null,
    };
    const { signature, ...rest } = await createGrant({ ...CREDENTIALS, ...row });
    expect(rest).toEqual({ meetingNumber: '9876543210', obfToken: 'o' });
    const { iat, exp, role } = decodeJwt(signature);
    expect([role, Number(exp) - Number(iat)]).toEqual([0, 1_800]);
  });

  it('lives and shows video as it says', async () => {
    const { iat, exp, ...payload } = decodeJwt((await untyped({ expiresIn: 7_200 })).signature);
    expect(Number(exp) - Number(iat)).toBe(7_200);
    expect(payload).toMatchObject({ video_webrtc_mode: 1 });
    const { signature } = await untyped({ videoWebRtcMode: 0 });
    expect(decodeJwt(signature)).toMatchObject({ video_webrtc_mode: 0 });
  });

  it('is what the endpoint answers for the same grant', async () => {
    const grant: Grant = { meetingNumber: 9876543210, password: 'p', role: 'host', userName: 'Ada' };
    const handler = createSignatureHandler({ ...CREDENTIALS, authorize: () => grant });
    const answered = (await (await handler(post({ meeting: 'standup' }))).json()) as SignatureReply;
    const { signature, ...rest } = await createGrant({ ...CREDENTIALS, ...grant });
    expect(answered).toEqual({ ...rest, signature: expect.any(String) });
    const times = { iat: expect.any(Number), exp: expect.any(Number), tokenExp: expect.any(Number) };
    expect(decodeJwt(answered.signature)).toEqual({ ...decodeJwt(signature), ...times });
  });

  it('can be sent to a browser by a framework', async () => {
    const reply = await untyped({ password: 'p' });
    expect(structuredClone(reply)).toEqual(reply);
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
    expect(Object.getPrototypeOf(reply)).toBe(Object.prototype);
  });

  it('takes what authorize returns, once it is no denial', () => {
    expectTypeOf<typeof CREDENTIALS & Grant>().toExtend<GrantOptions>();
    expectTypeOf<GrantOptions>().toExtend<Grant>();
    expectTypeOf(createGrant).returns.resolves.toEqualTypeOf<SignatureReply>();
  });
});

describe('a wrong option', () => {
  it.each([
    ['sdkKey', TypeError, [undefined, '', ' key'], 'Is the environment variable .* set|Trim it'],
    ['sdkSecret', TypeError, [undefined, '', 'top-secret\n'], 'Is the environment variable .* set|Trim it'],
    ['meetingNumber', TypeError, [undefined, null, {}, true], 'is missing|must be a string or a number'],
    ['meetingNumber', RangeError, ['', '1234567', 'standup', -1234567890], 'must have 9 to 11 digits'],
    ['role', TypeError, [0, 1, 2, 'admin-admin', true], "must be 'host' or 'participant'"],
    ['password', TypeError, [777777777, {}], 'must be a string'],
    ['expiresIn', TypeError, ['1800'], 'must be a number'],
    ['expiresIn', RangeError, [60, 172_801, 1_800.5], 'must be whole seconds from 1800 to 172800'],
    ['videoWebRtcMode', RangeError, [2, '1', true], 'must be 0 or 1'],
    ['forbidden', TypeError, [true], 'throw'],
  ] as const)('rejects and names %s', async (field, kind, values, fix) => {
    for (const value of values) {
      const error: unknown = await untyped({ [field]: value }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error, String(value)).toBeInstanceOf(kind);
      const { message } = error as Error;
      expect(message).toMatch(/^createGrant: /);
      expect(message).toContain(`\`${field}\``);
      expect(message).toMatch(new RegExp(fix));
      for (const secret of ['top-secret', '1234567', 'standup', 'admin', '777', CREDENTIALS.sdkSecret]) {
        expect(message).not.toContain(secret);
      }
    }
  });

  it('rejects both tokens at once', async () => {
    const both = untyped({ zak: 'zzzzzzzzz', obfToken: 'ooooooooo' });
    await expect(both).rejects.toThrow(/^createGrant: `zak` and `obfToken`/);
    await expect(both).rejects.not.toThrow(/zzz|ooo/);
  });

  it.each([undefined, null, 'text'])('rejects what are no options at all: %j', async (given) => {
    const none = given as unknown as GrantOptions;
    await expect(createGrant(none)).rejects.toThrow(TypeError);
    await expect(createGrant(none)).rejects.toThrow(/^createGrant: /);
  });
});
