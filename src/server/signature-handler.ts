import { checkCredentials, createSignature } from './create-signature.ts';
import { Refusal, readAsk, type SignatureAsk } from './read-ask.ts';

/** What `authorize` lets somebody have. Everything but the signing, which is done for you. */
export interface Grant {
  /** Which meeting. Default: the asked-for one, if that is a number. */
  meetingNumber?: string | number | undefined;
  /** The plain passcode. */
  password?: string | undefined;
  /** 1 makes a host. The asked-for role counts for nothing. Default: 0. */
  role?: 0 | 1 | undefined;
  userName?: string | undefined;
  userEmail?: string | undefined;
  customerKey?: string | undefined;
  /** Registration token. */
  tk?: string | undefined;
  /** Zoom access key. Excludes `obfToken`. */
  zak?: string | undefined;
  /** On-behalf-of token. Excludes `zak`. */
  obfToken?: string | undefined;
  recordingToken?: string | undefined;
  /** How long this signature lives, in s. Default: the handler's. */
  expiresIn?: number | undefined;
}

export interface SignatureHandlerOptions {
  /** The Meeting SDK app's key, also called Client ID. */
  sdkKey: string;
  /** Its secret. Must never reach a browser. */
  sdkSecret: string;
  /**
   * Decides who gets what: look the user up in the request (cookie, session, token), and decide by yourself which
   * meeting they may enter and as what. Returns a grant, or nothing for a 403.
   */
  authorize: (request: Request, ask: SignatureAsk) => MaybeGrant | Promise<MaybeGrant>;
  /** How long a signature lives, in s: 1,800 to 172,800. Default: 1,800, Zoom's minimum. */
  expiresIn?: number | undefined;
  /** The largest body that is read, in bytes. Default: 4,096. */
  bodyLimit?: number | undefined;
  /** Gets what went wrong on the server's side, for your log. The browser gets a constant sentence. */
  onError?: ((error: unknown) => void) | undefined;
}

type MaybeGrant = Grant | null | undefined | false;

/**
 * An endpoint for `getSignature`: a Web standard `Request` in, a `Response` out. Runs unchanged on Node (with
 * {@link toNodeListener}), Workers, Deno, Bun and as a Next.js route handler.
 *
 * It answers POST with JSON; refusals are `{ error: { code, message } }` with constant texts, which repeat nothing
 * of the request.
 *
 * @throws {TypeError} at once, when `sdkKey`, `sdkSecret` or `authorize` is missing.
 */
export function createSignatureHandler(
  options: SignatureHandlerOptions,
): (request: Request) => Promise<Response> {
  checkCredentials(options);
  const { authorize, bodyLimit = 4_096, onError } = options;
  if (typeof authorize !== 'function') {
    throw new TypeError(
      'createSignatureHandler: `authorize` is missing. Without it everybody would get a signature for every meeting.',
    );
  }
  return async (request) => {
    try {
      const ask = await readAsk(request, bodyLimit);
      const grant = await authorize(request, ask);
      if (!grant) throw new Refusal(403, 'forbidden', 'You may not join this meeting.');
      return reply(200, await sign(options, ask, grant));
    } catch (error) {
      if (error instanceof Refusal) return refuse(error);
      onError?.(error);
      return refuse(new Refusal(500, 'internal', 'The signature could not be made.'));
    }
  };
}

async function sign(
  options: SignatureHandlerOptions,
  ask: SignatureAsk,
  grant: Grant,
): Promise<Record<string, unknown>> {
  const { role = 0, expiresIn = options.expiresIn, meetingNumber = ask.meeting, ...rest } = grant;
  const digits = String(meetingNumber).replace(/[\s-]/g, '');
  if (!/^\d{9,11}$/.test(digits)) {
    throw new TypeError(
      grant.meetingNumber === undefined
        ? 'createSignatureHandler: the page asks for a meeting by a name of yours, so `authorize` must return its `meetingNumber`.'
        : 'createSignatureHandler: the `meetingNumber` that `authorize` returned must have 9 to 11 digits.',
    );
  }
  if (rest.zak !== undefined && rest.obfToken !== undefined) {
    throw new TypeError(
      'createSignatureHandler: `authorize` returned both `zak` and `obfToken`; Zoom takes only one.',
    );
  }
  const { sdkKey, sdkSecret } = options;
  const signature = await createSignature({ sdkKey, sdkSecret, meetingNumber: digits, role, expiresIn });
  const { password, userName, userEmail, customerKey, tk, zak, obfToken, recordingToken } = rest;
  // Field by field: what else `authorize` returned stays here.
  return {
    signature,
    meetingNumber: digits,
    password,
    userName,
    userEmail,
    customerKey,
    tk,
    zak,
    obfToken,
    recordingToken,
  };
}

const refuse = ({ status, code, message }: Refusal): Response =>
  reply(status, { error: { code, message } }, status === 405 ? { allow: 'POST' } : {});

function reply(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
