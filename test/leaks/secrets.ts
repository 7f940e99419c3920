import { fakeSignature } from '../support/fake-signature.ts';

const NUMBER = '98765432109';

/**
 * Everything that lets somebody into a meeting, as strings that occur nowhere else. The passcode has characters
 * that an encoding changes.
 */
export const SECRETS = {
  number: NUMBER,
  passcode: 'pA*s@c0de-f3a9',
  signature: fakeSignature({ mn: NUMBER, role: 1 }),
  zak: 'zoom-access-key-0b44',
  tk: 'registration-token-71c2',
  obf: 'on-behalf-token-5e8d',
} as const;

export type SecretName = keyof typeof SECRETS;
export const SECRET_NAMES = Object.keys(SECRETS) as SecretName[];

const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

/** Returns the middle of the secret's base64 text, for each of the three offsets at which the secret can start. */
const insideBase64 = (secret: string): string[] =>
  ['', '-', '--'].map((before) => base64(before + secret).slice(before === '' ? 0 : 4, -4));

/** Returns a secret in every form in which it might be written. */
function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const spaced = /^\d+$/.test(secret) ? [secret.replace(/(\d{3})(\d{4})(\d{4})/, '$1 $2 $3')] : [];
  const inBase64 = insideBase64(secret).flatMap((text) => [
    text,
    text.replaceAll('+', '-').replaceAll('/', '_'),
  ]);
  return [
    secret,
    encoded,
    encodeURIComponent(encoded),
    [...secret].reverse().join(''),
    ...spaced,
    ...inBase64,
  ];
}

const FORMS = SECRET_NAMES.map((name) => [name, [...new Set(formsOf(SECRETS[name]))]] as const);

/** Returns which secrets a text contains. */
export const secretsIn = (text: string): SecretName[] =>
  FORMS.filter(([, forms]) => forms.some((form) => text.includes(form))).map(([name]) => name);
