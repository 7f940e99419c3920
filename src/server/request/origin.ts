export interface OriginOptions {
  /**
   * The exact origins whose pages may send requests, such as `'https://app.example'`. If the endpoint's own pages
   * do, list their origin too. These origins get CORS headers and answers to their preflights. Default: only pages
   * of the endpoint's own origin, even behind a proxy. A request without an `Origin` header does not come from a
   * browser's page, so only `authorize` decides about it.
   */
  allowedOrigins?: readonly string[] | undefined;
  /** Whether pages of other origins may send cookies (`credentials: 'include'`). Default: `false`. */
  allowCredentials?: boolean | undefined;
}

type CorsHeaders = Record<string, string>;

/** How long a browser may cache the answer to a preflight, in s, so that a rejoin needs no new preflight. */
const PREFLIGHT_LIFE = '600';

/**
 * An origin in lower case, without the scheme's default port, a path or a wildcard. Apps in a native shell have a
 * scheme of their own (capacitor://localhost), for which `URL` gives no origin.
 */
const ORIGIN = /^(?!http:.*:80$|https:.*:443$)[a-z][a-z\d+.-]*:\/\/[a-z\d.:[\]_-]+$/;

/** @throws {TypeError} for an entry that no browser ever sends */
export function checkOrigins(caller: string, allowed: readonly unknown[] = []): void {
  if (allowed.every((origin) => typeof origin === 'string' && ORIGIN.test(origin))) return;
  throw new TypeError(
    `${caller}: \`allowedOrigins\` must be exact, as browsers send them: https://app.example, without a slash or *.`,
  );
}

/** Returns the CORS headers for a page, or `undefined` if the page may not send requests. */
export function corsFor(
  request: Request,
  { allowedOrigins, allowCredentials }: OriginOptions,
): CorsHeaders | undefined {
  const { headers } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  // Browsers send an `Origin` with every POST. Without one, the client is a server or a native app, which could
  // claim any origin.
  if (origin === null) return site === 'cross-site' || site === 'same-site' ? undefined : {};
  if (allowedOrigins === undefined) {
    // The browser itself sets `Sec-Fetch-Site`: no page can set it, and no proxy changes it. Over plain http, and
    // in older browsers, it is missing, and then the host must match. The scheme may differ, because TLS often ends
    // at a proxy.
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

/** Returns the host that the browser named. Behind a proxy, and always in Next.js, the URL has a different one. */
const hostOf = ({ headers, url }: Request): string => headers.get('host')?.toLowerCase() ?? new URL(url).host;

/** Returns the answer to a CORS preflight, or `undefined` for any other request. */
export function answerPreflight({ method, headers }: Request, cors: CorsHeaders): Response | undefined {
  if (method !== 'OPTIONS' || !cors['access-control-allow-origin']) return undefined;
  if (!headers.has('access-control-request-method')) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'POST',
      // Allow every header that `authorize` may need: a page that may get a signature may send any header.
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? 'content-type',
      'access-control-max-age': PREFLIGHT_LIFE,
      vary: 'Access-Control-Request-Headers',
    },
  });
}
