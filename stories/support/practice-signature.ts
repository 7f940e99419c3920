const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Returns a signature made without a secret. The simulated meeting accepts it, Zoom would not. */
export function practiceSignature({
  meetingNumber = '',
  role,
}: {
  meetingNumber?: string;
  role: 0 | 1;
}): string {
  const iat = Math.floor(Date.now() / 1000) - 30;
  const exp = iat + 1_800;
  const payload = { appKey: 'practice', mn: meetingNumber, role, iat, exp, tokenExp: exp };
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}.c2lnbmF0dXJl`;
}
