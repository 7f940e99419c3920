import { type Failure, failure } from './failure.ts';

/** A refusal of the app's side, as far as it tells why; any other failure as it is. */
export function lookCloser(failed: Failure): Failure {
  const { facts } = failed;
  if (facts.what === 'endpoint-refused') return refused(facts.value);
  return facts.what === 'signature-request-failed' ? readThrown(facts.cause) : failed;
}

/** What `getSignature` threw: fetch's own error, or that of a client with the HTTP status in it. */
function readThrown(thrown: unknown): Failure {
  // fetch rejects with a TypeError when there is no answer at all; so does our own mistake in the callback.
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
    return failure('signature-unreachable', undefined, thrown);
  }
  const status = statusOf(thrown);
  return status === undefined
    ? failure('signature-request-failed', undefined, thrown)
    : refused(status, thrown);
}

const refused = (status: string | number = '', cause?: unknown): Failure =>
  failure(
    status === 401 || status === 403
      ? 'signature-denied'
      : Number(status) >= 500
        ? 'signature-endpoint-failed'
        : 'endpoint-refused',
    status,
    cause,
  );

/** `status`, or `response.status`: axios, ky and ofetch name it so. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { status, response } = thrown as Record<string, unknown>;
  if (typeof status === 'number') return status;
  return response === undefined ? undefined : statusOf(response);
}
