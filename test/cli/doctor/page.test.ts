import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { directives, POLICIES, POLICY_NAMES, type Source } from '../../../src/cli/headers/policies.ts';
import { createApp } from '../support/app.ts';
import { call } from '../support/call.ts';

type HeaderValues = Readonly<Record<string, string | readonly string[]>>;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const HEAD = '<!doctype html><html><head><title>App</title>';

/** Checks a page, and returns what is said about it. */
async function examine(url: string, ...args: readonly string[]) {
  const cwd = await createApp({ packages: { react: '19.2.0', 'react-dom': '19.2.0' } });
  const called = await call(['doctor', '--page', url, ...args], { cwd });
  const [, about = ''] = called.out.split(/• @zoom\/meetingsdk.*\n.*\n/);
  return { ...called, about };
}

const page = (headers: HeaderValues, html = HEAD) =>
  serve((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(html);
  });

const policyOf = (...args: Parameters<typeof directives>) => directives(...args).join('; ');
const csp = (value: string) => ({ 'content-security-policy': value });
const CDN = policyOf(POLICIES.cdn);

describe.each(POLICY_NAMES)('the documented policy %s', (name) => {
  it('is recognised, and enough', async () => {
    const { exitCode, about } = await examine(await page(csp(policyOf(POLICIES[name]))));
    const meant = { nonce: 'with nonces', cdn: 'Zoom’s CDN', 'self-hosted': 'your own server' }[name];
    expect(about).toMatch(new RegExp(`✔ Content-Security-Policy: allows what a meeting needs, .*${meant}`));
    expect(about).not.toMatch(/^[▲✘] (?!\d+ checks)/m);
    expect(exitCode).toBe(0);
  });

  const sources: readonly Source[] = POLICIES[name];
  // Without these, a policy is another one.
  const marks = ['https://source.zoom.us', "'strict-dynamic'", "'nonce-RANDOM'"];
  it.each(
    sources
      .filter(({ directive, source }) => !(directive === 'script-src' && marks.includes(source)))
      .map((source) => [`${source.directive} ${source.source}`, source] as const),
  )('without %s: says so, and why', async (_name, source) => {
    const { exitCode, about } = await examine(
      await page(csp(policyOf(POLICIES[name], source))),
      '--policy',
      name,
    );
    const shown = `${source.directive} lacks ${source.source.replace('RANDOM', '…')}`;
    const line = about.split('\n').findIndex((one) => one.endsWith(`Content-Security-Policy: ${shown}`));
    expect(about.split('\n')[line + 1]?.trim()).toBe(source.why.replaceAll('`', ''));
    const isMinor = /^(img|media)-src$/.test(source.directive);
    expect(about.split('\n')[line]?.charAt(0)).toBe(isMinor ? '▲' : '✘');
    expect(exitCode).toBe(isMinor ? 0 : 1);
  });
});

describe('the Content-Security-Policy', () => {
  it.each(['base-uri', 'form-action', 'frame-ancestors'])('without %s is a warning', async (guard) => {
    const policy = directives(POLICIES.cdn).filter((directive) => !directive.startsWith(guard));
    const { exitCode, about } = await examine(await page(csp(policy.join('; '))));
    expect(about).toContain(`▲ No ${guard} in the Content-Security-Policy`);
    expect(exitCode).toBe(0);
  });

  it('is missing', async () => {
    const { exitCode, about } = await examine(await page({}));
    expect(about).toContain('▲ The page enforces no Content-Security-Policy');
    expect(exitCode).toBe(0);
  });

  it('has to be enough in each of several headers', async () => {
    const headers = { 'content-security-policy': [CDN, "img-src 'self', worker-src 'self'"] };
    const { about } = await examine(await page(headers));
    expect(about).toContain('✔ Content-Security-Policy: allows what a meeting needs');
    expect(about).toContain('Content-Security-Policy: img-src lacks blob:');
    expect(about).toContain('✘ Content-Security-Policy: worker-src lacks blob:');
  });

  it('may be in a <meta>, where it can’t set frame-ancestors', async () => {
    const escaped = policyOf(POLICIES.cdn).replaceAll("'", '&#39;').replace(' wss://*.zoom.us', '');
    const html = `${HEAD}<!-- <meta http-equiv="Content-Security-Policy" content="script-src 'none'"> -->
      <script>'<meta http-equiv="content-security-policy" content="style-src none">'</script>
      <meta content="${escaped}" HTTP-EQUIV=content-security-policy></head>
      <body><meta http-equiv="content-security-policy" content="connect-src 'none'">`;
    const { about } = await examine(await page({}, html));
    expect(about.match(/^.*Content-Security-Policy \(<meta>\).*$/gm)).toEqual([
      '✘ Content-Security-Policy (<meta>): connect-src lacks wss://*.zoom.us',
    ]);
    expect(about).toContain('▲ No frame-ancestors');
  });

  it('that is only reported prevents nothing', async () => {
    const { exitCode, about } = await examine(
      await page({ 'content-security-policy-report-only': "default-src 'self'" }),
    );
    expect(about).toContain(
      '▲ Content-Security-Policy-Report-Only: there is no worker-src, and default-src lacks blob:',
    );
    expect(about).toContain('▲ The page enforces no Content-Security-Policy');
    expect(exitCode).toBe(0);
  });

  it('falls back to other directives', async () => {
    const { about } = await examine(
      await page(csp("default-src * blob: data: 'unsafe-eval' 'unsafe-inline'")),
    );
    expect(about).toContain(
      '✔ Content-Security-Policy: allows what a meeting needs, with the SDK from Zoom’s CDN',
    );
    const narrow = await examine(
      await page(csp("script-src 'self' https://source.zoom.us 'wasm-unsafe-eval'")),
    );
    expect(narrow.about).toContain(
      '✘ Content-Security-Policy: there is no worker-src, and script-src lacks blob:',
    );
  });

  it('that allows no CDN may be for an SDK of one’s own, and says so', async () => {
    const url = await page(csp(policyOf(POLICIES['self-hosted'])));
    expect((await examine(url)).about).toContain('• Content-Security-Policy: it refuses Zoom’s CDN');
    expect((await examine(url, '--policy', 'cdn')).about).toContain(
      '✘ Content-Security-Policy: script-src lacks https://source.zoom.us',
    );
  });

  it('with a nonce: the component needs it', async () => {
    const { about } = await examine(await page(csp(policyOf(POLICIES.nonce))));
    expect(about).toContain('Pass it to the component: <ZoomJoin nonce={nonce} … />');
  });

  it('sandbox and Trusted Types', async () => {
    const more = "; sandbox allow-scripts; require-trusted-types-for 'script'; trusted-types my-app";
    const { about } = await examine(await page(csp(CDN + more)));
    expect(about).toContain('✘ Content-Security-Policy: sandbox lacks allow-same-origin');
    expect(about).toContain('✘ Content-Security-Policy: trusted-types lacks default');
  });
});

describe('other headers', () => {
  it.each([
    [
      'camera=(), microphone=(self "https://a.example"), display-capture=("https://a.example")',
      '▲ Permissions-Policy: forbids camera, display-capture\n',
    ],
    ['camera=*, microphone=self, geolocation=()', '✔ Permissions-Policy: forbids nothing'],
  ])('Permissions-Policy: %s', async (value, line) => {
    expect((await examine(await page({ 'permissions-policy': value }))).about).toContain(line);
  });

  it.each([
    [
      { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
      '✔ Cross-origin isolated',
    ],
    [
      { 'cross-origin-embedder-policy': 'credentialless' },
      '▲ Not cross-origin isolated: there is a Cross-Origin-Embedder-Policy',
    ],
    [
      { 'cross-origin-opener-policy': 'same-origin' },
      '• Not cross-origin isolated: there is a Cross-Origin-Opener-Policy',
    ],
    [{}, '• Not cross-origin isolated.'],
  ])('isolation: %j', async (headers: HeaderValues, line) => {
    expect((await examine(await page(headers))).about).toContain(line);
  });

  it('X-Frame-Options', async () => {
    const { about } = await examine(await page({ ...csp(CDN), 'x-frame-options': 'DENY' }));
    expect(about).toContain('• X-Frame-Options: browsers ignore it');
    const alone = await examine(await page({ ...csp("base-uri 'none'"), 'x-frame-options': 'DENY' }));
    expect(alone.about).toContain('• X-Frame-Options: no page of another origin can embed this one');
    expect(alone.about).not.toContain('No frame-ancestors');
  });
});

describe('the answer', () => {
  it('after redirects, without the query and the number in the path', async () => {
    const url = await serve((request, response) => {
      const isLogin = request.url?.startsWith('/login') ?? false;
      response.writeHead(
        isLogin ? 401 : 302,
        isLogin ? { 'content-type': 'text/html' } : { location: '/login/12345678901?token=secret' },
      );
      response.end(HEAD);
    });
    const { about, all } = await examine(`${url}/room?pwd=hidden`);
    expect(about).toContain(`▲ ${url}/login/… answers 401`);
    expect(about).toContain('• It was reached by a redirect.');
    expect(all).not.toMatch(/secret|hidden|12345678901/);
  });

  it.each([
    [404, 'text/html', '✘ http://127.0.0.1:1234/ answers 404'],
    [500, 'text/html', '✘ http://127.0.0.1:1234/ answers 500'],
    [200, 'application/json', '▲ The answer is no HTML page'],
  ])('%i, %s', async (status, type, line) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, { 'content-type': type });
      response.end('{}');
    });
    expect((await examine(url)).about.replaceAll(url, 'http://127.0.0.1:1234')).toContain(line);
  });

  it('redirects for ever', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: '/again' });
      response.end();
    });
    const { exitCode, about } = await examine(url);
    expect(about).toContain('✘ The page can’t be fetched: it redirects too often.');
    expect(exitCode).toBe(1);
  });

  it('nothing listens, no such server, no https', async () => {
    const url = await serve(() => {});
    const closed = url.replace(/\d+$/, '9');
    expect((await examine(closed)).about).toMatch(
      /✘ The page can’t be fetched: (nothing listens there|bad port)/,
    );
    expect((await examine('http://app.invalid')).about).toMatch(
      /✘ The page can’t be fetched: (there is no server of that name|its name can’t be looked up)/,
    );
    const secure = await examine(url.replace('http:', 'https:'));
    expect(secure.about).toContain('✘ The page can’t be fetched: it doesn’t speak https: is it http?');
  });
});
