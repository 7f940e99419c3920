import type { SignatureAuditEvent } from './audit.ts';
import { Refusal, refuse, reply } from './reply.ts';
import { answerPreflight, checkOrigins, corsFor, type OriginOptions } from './request/origin.ts';
import { checkLimit } from './request/rate-limit.ts';
import { readAsk, type SignatureAsk } from './request/read-ask.ts';
import { checkCredentials, checkSigningOptions } from './signing/check-options.ts';
import type { Denial, Grant, SignatureReply, SigningOptions } from './signing/grant.ts';
import { readDecision, signGrant } from './signing/sign-grant.ts';

type Decision = Grant | Denial | null | undefined | false;
type Limited = boolean | number | null | undefined;

export interface SignatureHandlerOptions extends SigningOptions, OriginOptions {
  /**
   * Decides who gets what. Look the user up in the request (cookie, session, token), then decide by yourself which
   * meeting they may enter and as what. Returns a grant, or nothing for a 403. The body has been read: it is `ask`.
   */
  authorize: (request: Request, ask: SignatureAsk) => Decision | Promise<Decision>;
  /**
   * Whether to refuse this request with a 429, asked before `authorize`: the s to wait, or true for 60; false, 0 or
   * nothing lets it through. Count by something the caller can't choose, such as the user or the address that your proxy
   * saw. When it throws, `onError` is told and the request goes on: an outage of the counter keeps nobody out of a
   * meeting. Default: no limit.
   */
  rateLimit?: ((request: Request, ask: SignatureAsk) => Limited | Promise<Limited>) | undefined;
  /**
   * Gets each answer as one line for an audit log, without secrets; preflights are none. A promise is waited for, so
   * that the line is written before the signature goes out. Default: nobody is told.
   */
  onAudit?: ((event: SignatureAuditEvent) => unknown) | undefined;
  /** The largest body that is read, in bytes. Default: 4,096. */
  bodyLimit?: number | undefined;
  /**
   * Gets what went wrong on the server's side, for your log: what a hook threw, or what is wrong with a grant. The
   * browser gets a constant sentence instead. A promise is waited for. Default: nobody is told.
   */
  onError?: ((error: unknown) => unknown) | undefined;
}

const CALLER = 'createSignatureHandler';
const WRONG_GRANT = `${CALLER}: \`authorize\` returned a wrong grant`;

/**
 * An endpoint for `getSignature`: a Web standard `Request` in, a `Response` out. Runs unchanged on Workers, as a
 * Next.js route handler, wherever there is Web Crypto, and on Node's `http` by way of {@link toNodeListener}.
 *
 * It answers POST with JSON: the grant and its signature, or `{ error: { code, message } }` with constant texts, which
 * repeat nothing of the request (codes: {@link RefusalCode}). Pages of another origin get a 403, and no CORS headers,
 * unless `allowedOrigins` lists them; route OPTIONS here too if it does. The returned function never rejects.
 *
 * @throws {TypeError | RangeError} at once, for an option that is missing or wrong. Where environment variables exist
 * only while serving (a build that loads your routes), create the handler inside the route.
 */
export function createSignatureHandler(
  options: SignatureHandlerOptions,
): (request: Request) => Promise<Response> {
  checkCredentials(CALLER, options);
  const { authorize, rateLimit, onAudit, onError, bodyLimit = 4_096 } = options;
  if (typeof authorize !== 'function') {
    throw new TypeError(
      `${CALLER}: \`authorize\` is missing. Without it everybody would get a signature for every meeting.`,
    );
  }
  checkSigningOptions(CALLER, options);
  if (!Number.isSafeInteger(bodyLimit) || bodyLimit < 1) {
    throw new RangeError(`${CALLER}: \`bodyLimit\` must be a whole number of bytes, 1 or more.`);
  }
  checkOrigins(CALLER, options.allowedOrigins);

  // Neither a hook that fails nor a log that does, at once or later, may take the answer down with it.
  const tell = async (error: unknown): Promise<void> => {
    try {
      await onError?.(error);
    } catch {}
  };
  const optional = async <T>(hook: () => T): Promise<Awaited<T> | undefined> => {
    try {
      return await hook();
    } catch (error) {
      return void (await tell(error));
    }
  };

  /** Notes in `event` whatever is known by then. @throws {Refusal}, or what is wrong with the grant */
  const grant = async (request: Request, event: SignatureAuditEvent): Promise<SignatureReply> => {
    const { ask, videoWebRtcMode } = await readAsk(request, bodyLimit);
    event.reason = ask.reason;
    if (ask.meetingNumber) event.meetingEnding = ask.meetingNumber.slice(-4);
    checkLimit(await optional(() => rateLimit?.(request, ask)));

    let decided: Decision;
    try {
      decided = await authorize(request, ask);
    } catch (error) {
      await tell(error);
      throw new Refusal('internal-error');
    }
    if (!decided) throw new Refusal('forbidden');
    const decision = readDecision(WRONG_GRANT, decided);
    const auditId = decision.auditId ?? decision.customerKey;
    if (auditId) event.auditId = auditId;
    if (decision.forbidden) throw new Refusal('forbidden');
    const granted = await signGrant(
      WRONG_GRANT,
      { ...options, videoWebRtcMode: options.videoWebRtcMode ?? videoWebRtcMode },
      decision,
    );
    event.role = decision.role ?? 'participant';
    event.meetingEnding = granted.meetingNumber.slice(-4);
    return granted;
  };

  return async (request) => {
    const event: SignatureAuditEvent = { at: new Date(), outcome: 'granted' };
    const cors = corsFor(request, options);
    let response = cors && answerPreflight(request, cors);
    if (response === undefined) {
      try {
        if (cors === undefined) throw new Refusal('forbidden-origin');
        response = reply(200, await grant(request, event));
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal('misconfigured');
        if (refusal !== error) await tell(error);
        event.outcome = refusal.code;
        response = refuse(refusal);
      }
      await optional(() => onAudit?.(event));
    }
    response.headers.append('vary', 'Origin');
    for (const [name, value] of Object.entries(cors ?? {})) response.headers.set(name, value);
    return response;
  };
}
