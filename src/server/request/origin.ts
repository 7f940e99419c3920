export interface OriginOptions {
  /**
   * The exact origins whose pages may ask, such as `'https://app.example'`: the endpoint's own too, if its pages do.
   * They get CORS headers, and their preflights an answer. Default: pages of the endpoint's own origin, whatever proxy
   * stands between. What sends no `Origin` is no browser, and left to `authorize`.
   */
  allowedOrigins?: readonly string[] | undefined;
  /** Whether pages of other origins may send cookies (`credentials: 'include'`). Default: false. */
  allowCredentials?: boolean | undefined;
}

type CorsHeaders = Record<string, string>;

/** How long a browser may keep the answer to a preflight, in s: a rejoin doesn't pay for it again. */
const PREFLIGHT_LIFE = '600';

/**
 * In lower case, without the scheme's usual port, path or wildcard. Apps in a shell have a scheme of their own
 * (capacitor://localhost), of which `URL` knows no origin.
 */
const ORIGIN = /^(?!http:.*:80$|https:.*:443$)[a-z][a-z\d+.-]*:\/\/[a-z\d.:[\]_-]+$/;

/** @throws {TypeError} for an entry that no browser would ever send */
export function checkOrigins(caller: string, allowed: readonly unknown[] = []): void {
  if (allowed.every((origin) => typeof origin === 'string' && ORIGIN.test(origin))) return;
  throw new TypeError(
    `${caller}: \`allowedOrigins\` must be exact, as browsers send them: https://app.example, without a slash or *.`,
  );
}

/** Whether a page may ask, and the headers that its browser wants to see; `undefined`: it may not. */
export function corsFor(
  request: Request,
  { allowedOrigins, allowCredentials }: OriginOptions,
): CorsHeaders | undefined {
  const { headers } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  // Each browser sends an Origin with each POST. Without one it is a server or a native app, whose word counts for nothing.
  if (origin === null) return site === 'cross-site' || site === 'same-site' ? undefined : {};
  if (allowedOrigins === undefined) {
    // The browser's own word, which no page can write and no proxy changes. Over plain http, and from older browsers,
    // there is none: then the host must be the same. The scheme may differ: TLS often ends before us.
    const isOwn =
      site === null ? origin.replace(/^https?:\/\//, '') === hostOf(request) : site === 'same-origin';
    return isOwn ? {} : undefined;
  }
  if (!allowedOrigins.includes(origin)) return undefined;
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'retry-after',
    ...(allowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
  };
}

/** As the browser named it: behind a proxy, and in Next.js always, the URL has another. */
const hostOf = ({ headers, url }: Request): string => headers.get('host')?.toLowerCase() ?? new URL(url).host;

/** The answer to a browser that asks whether it may ask; `undefined` for any other request. */
export function answerPreflight({ method, headers }: Request, cors: CorsHeaders): Response | undefined {
  if (method !== 'OPTIONS' || !cors['access-control-allow-origin']) return undefined;
  if (!headers.has('access-control-request-method')) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'POST',
      // Whatever `authorize` looks at: a page that is trusted with a signature may send any header.
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? 'content-type',
      'access-control-max-age': PREFLIGHT_LIFE,
      vary: 'Access-Control-Request-Headers',
    },
  });
}
