import { checkCredentials, checkExpiresIn } from './create-signature.ts';
import { type Grant, type SigningOptions, signGrant } from './grant.ts';
import { readAsk, type SignatureAsk } from './read-ask.ts';
import { Refusal, type RefusalCode, refuse, reply } from './reply.ts';

type MaybeGrant = Grant | null | undefined | false;

export interface SignatureHandlerOptions extends SigningOptions {
  /**
   * Decides who gets what. Look the user up in the request (cookie, session, token), then decide by yourself which
   * meeting they may enter and as what. Returns a grant, or nothing for a 403. The body has been read: it is `ask`.
   */
  authorize: (request: Request, ask: SignatureAsk) => MaybeGrant | Promise<MaybeGrant>;
  /** The largest body that is read, in bytes. Default: 4,096. */
  bodyLimit?: number | undefined;
  /**
   * Gets what went wrong on the server's side, for your log: what `authorize` threw, or what is wrong with its grant.
   * The browser gets a constant sentence instead. Default: nobody is told.
   */
  onError?: ((error: unknown) => void) | undefined;
}

const CALLER = 'createSignatureHandler';

/**
 * An endpoint for `getSignature`: a Web standard `Request` in, a `Response` out. Runs unchanged on Workers, Deno, Bun,
 * as a Next.js route handler, and on Node by way of {@link toNodeListener}.
 *
 * It answers POST with JSON: the grant and its signature, or `{ error: { code, message } }` with constant texts, which
 * repeat nothing of the request (codes: {@link RefusalCode}). It sends no CORS headers: a page of another origin gets
 * nothing unless you allow it around this handler. The returned function never rejects.
 *
 * @throws {TypeError | RangeError} at once, for an option that is missing or wrong. Where environment variables exist
 * only while serving (a build that loads your routes), create the handler inside the route.
 */
export function createSignatureHandler(
  options: SignatureHandlerOptions,
): (request: Request) => Promise<Response> {
  checkCredentials(CALLER, options);
  const { authorize, expiresIn, bodyLimit = 4_096, onError } = options;
  if (typeof authorize !== 'function') {
    throw new TypeError(
      `${CALLER}: \`authorize\` is missing. Without it everybody would get a signature for every meeting.`,
    );
  }
  if (expiresIn !== undefined) checkExpiresIn(CALLER, expiresIn);
  if (!Number.isSafeInteger(bodyLimit) || bodyLimit < 1) {
    throw new RangeError(`${CALLER}: \`bodyLimit\` must be a whole number of bytes, 1 or more.`);
  }

  const failed = (code: RefusalCode, error: unknown): Response => {
    try {
      // A log that fails, at once or later, must not take the answer down with it.
      void Promise.resolve(onError?.(error)).catch(() => {});
    } catch {}
    return refuse(code);
  };

  return async (request) => {
    let ask: SignatureAsk;
    try {
      ask = await readAsk(request, bodyLimit);
    } catch (error) {
      return error instanceof Refusal ? refuse(error.code) : failed('misconfigured', error);
    }
    let grant: MaybeGrant;
    try {
      grant = await authorize(request, ask);
    } catch (error) {
      return failed('internal-error', error);
    }
    if (!grant) return refuse('forbidden');
    try {
      return reply(200, await signGrant(options, ask, grant));
    } catch (error) {
      return failed('misconfigured', error);
    }
  };
}
