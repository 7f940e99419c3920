import { checkSignature, type ExpectedSignature, type SignatureProblemCode } from './check-signature.ts';
import { explainSignature, type SignatureProblem } from './signature-problems.ts';

export type { ExpectedSignature, SignatureProblem, SignatureProblemCode };

export interface SignatureReport {
  /** Whether nothing was found, not even a warning. Only Zoom can tell whether the secret was right. */
  readonly ok: boolean;
  readonly problems: readonly SignatureProblem[];
}

/**
 * Checks a Meeting SDK signature, so that you learn what is wrong before Zoom only answers "Signature is invalid".
 * It is pure, never throws and cannot verify the secret. The report contains no part of the token. Each join does
 * this in development, in production if you pass `onWarning`, and whenever Zoom has refused the signature.
 *
 * @example
 * const { ok, problems } = inspectSignature(signature, { meetingNumber: '12345678901', role: 0 });
 */
export function inspectSignature(signature: unknown, expected: ExpectedSignature = {}): SignatureReport {
  const problems = checkSignature(signature, expected).map(explainSignature);
  return { ok: problems.length === 0, problems };
}
