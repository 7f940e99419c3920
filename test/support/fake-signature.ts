const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A signature as Zoom wants it but for its secret, with other claims where a test asks for them. */
export function fakeSignature(claims: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    appKey: 'fixture-key',
    mn: '12345678901',
    role: 0,
    iat: now - 30,
    exp: now + 1_770,
    tokenExp: now + 1_770,
    ...claims,
  };
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}.c2lnbmF0dXJl`;
}
