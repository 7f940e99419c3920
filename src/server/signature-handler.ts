import type { SignatureAuditEvent } from './audit.ts';
import {
  callHook,
  HookTimeout,
  readTimeouts,
  type SignatureHandlerTimeouts,
  type Timeouts,
} from './hooks.ts';
import { ownFields } from './own-fields.ts';
import { Refusal, refuse, reply } from './reply.ts';
import { answerPreflight, checkOrigins, corsFor, type OriginOptions } from './request/origin.ts';
import { checkLimit } from './request/rate-limit.ts';
import { readAsk, type SignatureAsk } from './request/read-ask.ts';
import { checkSigningOptions, findCredentialsProblem } from './signing/check-options.ts';
import type { Denial, Grant, SignatureReply, SigningOptions } from './signing/grant.ts';
import { readDecision, signGrant } from './signing/sign-grant.ts';

type Decision = Grant | Denial | null | undefined | false;
type Limited = boolean | number | null | undefined;

export interface SignatureHandlerOptions extends SigningOptions, OriginOptions {
  /**
   * Decides who may join which meeting. Look up the user in the request (cookie, session, token), then decide for
   * yourself which meeting they may join, and in which role. Return a grant, or nothing for a 403. The body has
   * already been read: it is `ask`. Only a grant's own fields count, not those of its class. If it takes too long,
   * the answer is a 503.
   */
  authorize: (request: Request, ask: SignatureAsk) => Decision | Promise<Decision>;
  /**
   * Decides whether to refuse this request with a 429, before `authorize` is called. Return the number of seconds
   * to wait, or `true` for 60 s. `false`, 0 or nothing lets the request through. Count by something that the client
   * can't choose, such as the user or the address that your proxy saw. If it throws or takes too long, `onError` is
   * called and the request continues, so that an outage of your counter keeps nobody out of a meeting. Default: no
   * limit.
   */
  rateLimit?: ((request: Request, ask: SignatureAsk) => Limited | Promise<Limited>) | undefined;
  /**
   * Called with each response as one entry for an audit log, without secrets. It is not called for preflights. The
   * handler awaits a returned promise, so that the entry is written before the signature is sent. If it throws or
   * takes too long, `onError` is called and the answer is sent. Default: no audit log.
   */
  onAudit?: ((event: SignatureAuditEvent) => unknown) | undefined;
  /** The largest body to read, in bytes. Default: 4,096. */
  bodyLimit?: number | undefined;
  /**
   * Called with errors on the server's side, for your log: what a hook threw, what took too long, or what is wrong
   * with a grant. The browser gets a constant sentence instead. The handler awaits a returned promise. Default:
   * errors are not logged.
   */
  onError?: ((error: unknown) => unknown) | undefined;
  /** How long to wait for the body and for each of these functions, so that every request gets an answer. */
  timeouts?: SignatureHandlerTimeouts | undefined;
}

const CALLER = 'createSignatureHandler';
const WRONG_GRANT = `${CALLER}: \`authorize\` returned a wrong grant`;

/** What has been written to the console, so that a handler that is created for each request says it once. */
const said = new Set<string>();

/**
 * Creates an endpoint for `getSignature`: it takes a Web standard `Request` and returns a `Response`. It runs
 * unchanged on Workers, as a Next.js route handler, and wherever there is Web Crypto. For Node's `http`, wrap it in
 * {@link toNodeListener}.
 *
 * It answers POST with JSON: the grant and its signature, or `{ error: { code, message } }`. The messages are
 * constant and repeat nothing of the request (codes: {@link RefusalCode}). Pages of another origin get a 403
 * without CORS headers, unless `allowedOrigins` lists them. If it does, also route OPTIONS here. The returned
 * function never rejects, and always answers within its `timeouts`.
 *
 * A missing `sdkKey` or `sdkSecret` is not thrown, because a build may load your routes where there are no secrets.
 * It is written to the console once, and every request gets a 500 with the code `missing-credentials`.
 *
 * @throws {TypeError | RangeError} at once, for any other option that is missing or wrong
 */
export function createSignatureHandler(
  options: SignatureHandlerOptions,
): (request: Request) => Promise<Response> {
  const own = ownFields(options);
  const { authorize, rateLimit, onAudit, onError, bodyLimit = 4_096 } = own;
  if (typeof authorize !== 'function') {
    throw new TypeError(
      `${CALLER}: \`authorize\` is missing. Without it everybody would get a signature for every meeting.`,
    );
  }
  checkSigningOptions(CALLER, own);
  if (!Number.isSafeInteger(bodyLimit) || bodyLimit < 1) {
    throw new RangeError(`${CALLER}: \`bodyLimit\` must be a whole number of bytes, 1 or more.`);
  }
  checkOrigins(CALLER, own.allowedOrigins);
  const timeouts = readTimeouts(CALLER, own.timeouts);
  const problem = findCredentialsProblem(own);
  if (problem && !said.has(problem)) {
    said.add(problem);
    console.error(`${CALLER}: ${problem} Until then, every request gets a 500.`);
  }

  const call = <T>(name: keyof Timeouts, hook: () => T | Promise<T>): Promise<T> =>
    callHook(CALLER, name, timeouts[name], hook);
  // A hook that fails must not prevent the response, and neither may `onError`, whether it throws or rejects.
  const tell = async (error: unknown): Promise<void> => {
    await call('onError', () => onError?.(error)).catch(() => {});
  };
  const optional = <T>(name: keyof Timeouts, hook: () => T | Promise<T>): Promise<T | undefined> =>
    call<T | undefined>(name, hook).catch(async (error) => void (await tell(error)));

  /**
   * Decides about a request, and records in `event` what is known so far.
   *
   * @throws {Refusal} if the request is refused, or an error that says what is wrong with the grant
   */
  const grant = async (request: Request, event: SignatureAuditEvent): Promise<SignatureReply> => {
    if (problem) throw new Refusal('missing-credentials', { cause: new TypeError(`${CALLER}: ${problem}`) });
    const { ask, videoWebRtcMode } = await readAsk(request, { limit: bodyLimit, timeout: timeouts.body });
    event.reason = ask.reason;
    if (ask.meetingNumber) event.meetingEnding = ask.meetingNumber.slice(-4);
    checkLimit(await optional('rateLimit', () => rateLimit?.(request, ask)));

    const decided = await call('authorize', () => authorize(request, ask)).catch((cause) => {
      throw new Refusal(cause instanceof HookTimeout ? 'authorize-timeout' : 'internal-error', { cause });
    });
    if (!decided) throw new Refusal('forbidden');
    const decision = readDecision(WRONG_GRANT, decided);
    const auditId = decision.auditId ?? decision.customerKey;
    if (auditId) event.auditId = auditId;
    if (decision.forbidden) throw new Refusal('forbidden');
    const granted = await signGrant(WRONG_GRANT, own, decision, videoWebRtcMode);
    event.role = decision.role ?? 'participant';
    event.meetingEnding = granted.meetingNumber.slice(-4);
    return granted;
  };

  return async (request) => {
    const event: SignatureAuditEvent = { at: new Date(), outcome: 'granted' };
    const cors = corsFor(request, own);
    let response = cors && answerPreflight(request, cors);
    if (response === undefined) {
      try {
        if (cors === undefined) throw new Refusal('forbidden-origin');
        response = reply(200, await grant(request, event));
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal('misconfigured', { cause: error });
        if (Object.hasOwn(refusal, 'cause')) await tell(refusal.cause);
        event.outcome = refusal.code;
        response = refuse(refusal);
      }
      await optional('onAudit', () => onAudit?.(event));
    }
    response.headers.append('vary', 'Origin');
    for (const [name, value] of Object.entries(cors ?? {})) response.headers.set(name, value);
    return response;
  };
}
