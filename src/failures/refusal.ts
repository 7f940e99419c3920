import { type Failure, failure } from './failure.ts';

/**
 * Makes a refusal by `getSignature` or its endpoint more specific, if it reveals the reason. Returns any other
 * failure unchanged.
 */
export function lookCloser(failed: Failure): Failure {
  const { facts } = failed;
  if (facts.what === 'endpoint-refused') return refused(facts.value, facts.cause);
  return facts.what === 'signature-request-failed' ? readThrown(facts.cause) : failed;
}

/** Reads what `getSignature` threw: an error of fetch itself, or that of an HTTP client, which has the status. */
function readThrown(thrown: unknown): Failure {
  // fetch rejects with a TypeError if there is no response at all. A bug in the callback can throw one, too, so the
  // message decides.
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

/** Returns `status` or `response.status`, which is where axios, ky and ofetch put it. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { status, response } = thrown as Record<string, unknown>;
  if (typeof status === 'number') return status;
  return response === undefined ? undefined : statusOf(response);
}
