const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Returns a signature in Zoom's format, but made without a secret. `claims` overrides its claims. */
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
