import type { Header } from './header-list.ts';
import { expressWithNonce, nextWithNonce } from './with-nonce.ts';

/** How a host is told which headers to send. */
export interface Host {
  /** Where the text goes, in one sentence. */
  readonly where: string;
  /** Returns the text to paste. It says where it goes, if its format has comments. */
  readonly print: (headers: readonly Header[]) => string;
  /** The same with a nonce for each request, which only a server can make. */
  readonly printWithNonce?: (headers: readonly Header[]) => string;
  /** What else to know about this host. */
  readonly remark?: string;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const keysAndValues = (headers: readonly Header[]) => headers.map(([key, value]) => ({ key, value }));

const comment = (mark: string, ...lines: readonly string[]): string =>
  lines.map((line) => `${mark} ${line}\n`).join('');

const NEXT = 'Goes into next.config.ts, at the root of the app.';
const NEXT_INLINE =
  "Next.js itself writes inline scripts, which this policy refuses: use --policy nonce, or add 'unsafe-inline' to script-src.";
const EXPRESS =
  'Goes into a file of its own, such as zoom-headers.js; then app.use(zoomHeaders) before the routes that send pages.';
const NGINX = 'Goes into the server block, or the location block that sends the pages.';
const NGINX_INHERITS = 'A location with an add_header of its own inherits none of these: repeat them there.';
const headersFile = (name: string) =>
  `Goes into the file _headers in the folder that ${name} publishes, such as public/_headers before the build.`;

/** The `_headers` file of Netlify and Cloudflare Pages. */
const printHeadersFile = (where: string, headers: readonly Header[]): string =>
  `${comment('#', where)}/*\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;

export const HOSTS = {
  next: {
    where: NEXT,
    remark: NEXT_INLINE,
    print: (headers) => `${comment('//', NEXT, NEXT_INLINE)}import type { NextConfig } from 'next';

const config: NextConfig = {
  headers: async () => [
    {
      source: '/(.*)',
      headers: ${indent(json(keysAndValues(headers)), 6)},
    },
  ],
};

export default config;
`,
    printWithNonce: nextWithNonce,
  },
  nginx: {
    where: NGINX,
    remark: NGINX_INHERITS,
    print: (headers) =>
      comment('#', NGINX, NGINX_INHERITS) +
      headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join(''),
  },
  vercel: {
    where:
      'Goes into vercel.json, at the root of the project. If you have one, add the entry to its "headers".',
    print: (headers) => `${json({ headers: [{ source: '/(.*)', headers: keysAndValues(headers) }] })}\n`,
  },
  netlify: {
    where: headersFile('Netlify'),
    print: (headers) => printHeadersFile(headersFile('Netlify'), headers),
  },
  cloudflare: {
    where: headersFile('Cloudflare Pages'),
    print: (headers) => printHeadersFile(headersFile('Cloudflare Pages'), headers),
  },
  express: {
    where: EXPRESS,
    print: (headers) => `${comment('//', EXPRESS)}export function zoomHeaders(_request, response, next) {
  response.set(${indent(json(Object.fromEntries(headers)), 2)});
  next();
}
`,
    printWithNonce: expressWithNonce,
  },
} as const satisfies Record<string, Host>;

export type HostName = keyof typeof HOSTS;
export const HOST_NAMES = Object.keys(HOSTS) as HostName[];

/** Indents every line but the first. */
function indent(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
