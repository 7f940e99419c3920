import type { Header } from './header-list.ts';
import { NONCE } from './policies.ts';

const quote = JSON.stringify;

/** Returns the middleware for Express, which makes a nonce for each request. */
export const expressWithNonce = ([
  policy,
  ...others
]: readonly Header[]): string => `// Goes into a file of its own, such as zoom-headers.js; then app.use(zoomHeaders) before the routes that send pages.
// Put response.locals.nonce into each <script> and <style> of the page, and into <ZoomJoin nonce={nonce} … />.
import { randomBytes } from 'node:crypto';

const POLICY =
  ${quote(policy?.[1])};

export function zoomHeaders(_request, response, next) {
  const nonce = randomBytes(16).toString('base64');
  response.locals.nonce = nonce;
  response.set('Content-Security-Policy', POLICY.replaceAll('${NONCE}', nonce));
${others.map(([name, value]) => `  response.set(${quote(name)}, ${quote(value)});\n`).join('')}  next();
}
`;

/** Returns the proxy for Next.js, which makes a nonce for each request. */
export const nextWithNonce = ([
  policy,
  ...others
]: readonly Header[]): string => `// Goes into proxy.ts, beside the app folder. (Before Next.js 16: middleware.ts, and name the function middleware.)
// Pages must be rendered for each request. In a page, pass the nonce on:
//   const nonce = (await headers()).get('x-nonce') ?? undefined;
//   <ZoomJoin nonce={nonce} … />
import { type NextRequest, NextResponse } from 'next/server';

const POLICY =
  ${quote(policy?.[1])};

// In development, React needs eval, and Next.js writes styles without the nonce.
const policyFor = (nonce: string) =>
  (process.env.NODE_ENV === 'development'
    ? POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'").replace(
        "style-src 'nonce-${NONCE}'",
        "style-src 'unsafe-inline'",
      )
    : POLICY
  ).replaceAll('${NONCE}', nonce);

export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = policyFor(nonce);
  // Next.js reads the nonce for its own scripts from the policy of the request.
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set('x-nonce', nonce);
  requestHeaders.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set('Content-Security-Policy', policy);
${others.map(([name, value]) => `  response.headers.set(${quote(name)}, ${quote(value)});\n`).join('')}  return response;
}

export const config = {
  matcher: [{ source: '/((?!api|_next/static|_next/image|favicon.ico).*)' }],
};
`;
