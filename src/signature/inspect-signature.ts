import { checkSignature, type ExpectedSignature, type SignatureProblemCode } from './check-signature.ts';
import { explainSignature, type SignatureProblem } from './signature-problems.ts';

export type { ExpectedSignature, SignatureProblem, SignatureProblemCode };

export interface SignatureReport {
  /** Nothing was found, not even a warning. Whether the secret was right, only Zoom can tell. */
  readonly ok: boolean;
  readonly problems: readonly SignatureProblem[];
}

/**
 * Looks a Meeting SDK signature over, so that a mistake has a name before Zoom answers "Signature is invalid". Pure,
 * never throws, checks no secret; what it says holds no part of the token. In development every join
 * does this by itself; in production it is done once Zoom has refused one.
 *
 * @example
 * const { ok, problems } = inspectSignature(signature, { meetingNumber: '12345678901', role: 0 });
 */
export function inspectSignature(signature: unknown, expected: ExpectedSignature = {}): SignatureReport {
  const problems = checkSignature(signature, expected).map(explainSignature);
  return { ok: problems.length === 0, problems };
}
