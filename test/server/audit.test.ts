import { describe, expect, it, vi } from 'vitest';
import {
  createSignatureHandler,
  type Grant,
  type SignatureAuditEvent,
  type SignatureHandlerOptions,
} from '../../src/server/index.ts';
import { asAsked, CREDENTIALS, post } from './requests.ts';

const ASK = { meeting: 'https://zoom.us/j/12345678901?pwd=url-passcode', role: 1, reason: 'retry' };

/** Sends a request, and returns the line that it left in the log. */
async function lineOf(
  options: Partial<SignatureHandlerOptions>,
  request = post(ASK),
): Promise<SignatureAuditEvent> {
  const onAudit = vi.fn((_event: SignatureAuditEvent) => {});
  await createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, onAudit, ...options })(request);
  expect(onAudit).toHaveBeenCalledOnce();
  const event = onAudit.mock.calls[0]?.[0] as SignatureAuditEvent;
  expect(Math.abs(Date.now() - event.at.getTime())).toBeLessThan(5_000);
  return event;
}
const granting = (grant: object) => ({ authorize: () => grant as Grant });

describe('the audit log', () => {
  it('says who got into which meeting, as what', async () => {
    const grant = { meetingNumber: '987 654 3210', role: 'host', auditId: 'user-7', customerKey: 'c' };
    expect(await lineOf(granting(grant))).toEqual({
      at: expect.any(Date),
      outcome: 'granted',
      auditId: 'user-7',
      meetingEnding: '3210',
      role: 'host',
      reason: 'retry',
    });
  });

  it('takes the customerKey for who it was, where nothing else is said', async () => {
    const { auditId } = await lineOf(granting({ meetingNumber: 9876543210, customerKey: 'c-7' }));
    expect(auditId).toBe('c-7');
  });

  it('says the granted role, not the asked-for one', async () => {
    expect((await lineOf({})).role).toBe('participant');
  });

  it.each([
    ['nobody known', null, undefined],
    ['somebody known', { forbidden: true, auditId: 'user-8' }, 'user-8'],
    [
      'somebody known, whatever else is granted',
      { forbidden: true, auditId: 'user-8', meetingNumber: '9876543210' },
      'user-8',
    ],
  ])('says who was refused: %s', async (_who, grant, auditId) => {
    expect(await lineOf(granting(grant as object))).toEqual({
      at: expect.any(Date),
      outcome: 'forbidden',
      meetingEnding: '8901',
      reason: 'retry',
      ...(auditId ? { auditId } : {}),
    });
  });

  it.each([
    ['forbidden-origin', {}, post(ASK, { headers: { origin: 'https://other.example' } })],
    ['method-not-allowed', {}, post(ASK, { method: 'PUT' })],
    ['invalid-json', {}, post('{')],
    ['too-many-requests', { rateLimit: () => true }, post(ASK)],
    ['internal-error', { authorize: () => Promise.reject(new Error('down')) }, post(ASK)],
    ['misconfigured', granting({ forbidden: 'yes' }), post(ASK)],
  ])('says why nothing came of a request: %s', async (code, options, request) => {
    const { outcome, role } = await lineOf(options, request);
    expect([outcome, role]).toEqual([code, undefined]);
  });

  it('holds nothing that opens a meeting, and no text of the browser’s', async () => {
    const secrets = {
      meetingNumber: '98765432109',
      password: 'passcode-of-the-grant',
      tk: 'tk-of-the-grant',
      zak: 'zak-of-the-grant',
      recordingToken: 'recording-of-the-grant',
    };
    // People paste such text. The endpoint can only take an invitation for "a name of your own".
    const pasted = { meeting: 'Meeting ID: 123 4567 8901 Passcode: pasted-passcode' };
    const lines = [
      await lineOf(granting(secrets)),
      await lineOf(granting(secrets), post(pasted)),
      await lineOf({ authorize: () => null }, post(pasted)),
      await lineOf({ authorize: asAsked }, post(pasted)),
      await lineOf({ authorize: () => null }),
    ];
    const text = JSON.stringify(lines);
    const all = [
      ...Object.values(secrets),
      ...Object.values(CREDENTIALS),
      'eyJ',
      '4567',
      'pass',
      'url-',
      'zoom.us',
    ];
    for (const secret of all) expect(text).not.toContain(secret);
  });

  it('is written before the signature goes out', async () => {
    const order: string[] = [];
    const onAudit = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('written');
    };
    await createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, onAudit })(post(ASK));
    order.push('answered');
    expect(order).toEqual(['written', 'answered']);
  });

  it.each([
    () => Promise.reject(new Error('disk full')),
    () => {
      throw new Error('disk full');
    },
  ])('may fail: the answer goes out, and onError is told', async (onAudit) => {
    const onError = vi.fn(() => Promise.reject(new Error('this log too')));
    const handler = createSignatureHandler({ ...CREDENTIALS, authorize: asAsked, onAudit, onError });
    expect((await handler(post(ASK))).status).toBe(200);
    expect((await handler(post('{'))).status).toBe(400);
    expect(onError.mock.calls).toEqual([[new Error('disk full')], [new Error('disk full')]]);
  });
});
