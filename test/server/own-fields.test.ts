import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGrant, createSignature, createSignatureHandler, type Grant } from '../../src/server/index.ts';
import { CREDENTIALS, post } from './requests.ts';

/** Each field that is read somewhere, with a value that would matter. */
const POLLUTION = {
  role: 'host',
  userName: 'Mallory',
  userEmail: 'mallory@example.com',
  customerKey: 'mallory',
  password: 'polluted-passcode',
  tk: 'polluted-tk',
  zak: 'polluted-zak',
  recordingToken: 'polluted-recording',
  auditId: 'mallory',
  expiresIn: 172_800,
  issuedAt: 1,
  reason: 'expired',
  allowedOrigins: ['https://evil.example'],
  allowCredentials: true,
  bodyLimit: 1,
  timeouts: { authorize: 1 },
} as const;
const prototype = Object.prototype as unknown as Record<string, unknown>;

const pollute = (fields: Record<string, unknown>) => Object.assign(prototype, fields);
afterEach(() => {
  for (const name of [...Object.keys(POLLUTION), 'meeting', 'videoWebRtcMode', 'forbidden'])
    delete prototype[name];
});

const life = (signature: string): number => {
  const { iat, exp } = decodeJwt(signature);
  return Number(exp) - Number(iat);
};

describe('a polluted Object.prototype', () => {
  it('grants nothing that authorize did not return', async () => {
    const onAudit = vi.fn();
    const authorize = (): Grant => ({ meetingNumber: '98765432109' });
    const handler = createSignatureHandler({ ...CREDENTIALS, authorize, onAudit });
    const request = post({ meeting: 'standup' });
    pollute(POLLUTION);
    // The options are read anew, too.
    const answers = [
      await handler(request),
      await createSignatureHandler({ ...CREDENTIALS, authorize })(post({ meeting: 'standup' })),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(Object.keys(JSON.parse(text))).toEqual(['signature', 'meetingNumber']);
      const { signature } = JSON.parse(text);
      expect(decodeJwt(signature)).toMatchObject({ mn: '98765432109', role: 0 });
      expect(life(signature)).toBe(1_800);
    }
    const [event] = onAudit.mock.calls[0] ?? [];
    expect(Object.entries(event)).toEqual([
      ['at', expect.any(Date)],
      ['outcome', 'granted'],
      ['reason', 'join'],
      ['role', 'participant'],
      ['meetingEnding', '2109'],
    ]);
  });

  it('asks for nothing that the request did not', async () => {
    const authorize = vi.fn((): Grant => ({ meetingNumber: '98765432109' }));
    const handler = createSignatureHandler({ ...CREDENTIALS, authorize });
    const asked = post({ meeting: 'standup' });
    const empty = post({});
    pollute({ role: 1, reason: 'expired', meeting: '12345678901', videoWebRtcMode: 0 });
    const answer = await handler(asked);
    expect(answer.status).toBe(200);
    expect(authorize).toHaveBeenCalledWith(asked, {
      meeting: 'standup',
      role: 'participant',
      reason: 'join',
    });
    expect((await handler(empty)).status).toBe(400);
  });

  it('adds nothing to what createGrant and createSignature sign', async () => {
    pollute(POLLUTION);
    const { signature, ...rest } = await createGrant({ ...CREDENTIALS, meetingNumber: '98765432109' });
    expect(Object.keys(rest)).toEqual(['meetingNumber']);
    expect(decodeJwt(signature)).toMatchObject({ role: 0 });
    const signed = await createSignature({ ...CREDENTIALS, meetingNumber: '98765432109', role: 0 });
    expect([life(signature), life(signed)]).toEqual([1_800, 1_800]);
    expect(Math.abs(Date.now() / 1000 - Number(decodeJwt(signed).iat))).toBeLessThan(120);
  });

  it('lets nobody in when authorize returned a refusal', async () => {
    const handler = createSignatureHandler({ ...CREDENTIALS, authorize: () => ({ forbidden: true }) });
    const request = post({ meeting: 'standup' });
    pollute({ meetingNumber: '98765432109', forbidden: false });
    const answer = await handler(request);
    delete prototype['meetingNumber'];
    expect(answer.status).toBe(403);
  });
});
