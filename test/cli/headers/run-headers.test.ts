import { describe, expect, it } from 'vitest';
import { HOST_NAMES, HOSTS, type HostName } from '../../../src/cli/headers/hosts.ts';
import { directives, POLICIES, type PolicyName } from '../../../src/cli/headers/policies.ts';
import { call } from '../support/call.ts';

const PERMISSIONS =
  'camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self)';
const policy = (name: PolicyName) => directives(POLICIES[name]).join('; ');

/** Runs what is printed for Express or Next.js, as JavaScript, and returns what it exports. */
async function load(text: string): Promise<Record<string, (...args: unknown[]) => unknown>> {
  const plain = text
    .replace(/^import .*next.*$/gm, '')
    .replace('config: NextConfig', 'config')
    .replaceAll(/\((nonce|request): \w+\)/g, '($1)');
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(plain)}`);
}

/** Reads the headers back from what is printed for a host, as that host does. */
const READERS: Readonly<Record<HostName, (text: string) => Promise<Record<string, string>>>> = {
  async next(text) {
    const { default: config } = (await load(text)) as unknown as {
      default: { headers: () => Promise<{ source: string; headers: { key: string; value: string }[] }[]> };
    };
    const [rule, ...more] = await config.headers();
    expect([rule?.source, more]).toEqual(['/(.*)', []]);
    return Object.fromEntries((rule?.headers ?? []).map(({ key, value }) => [key, value]));
  },
  async nginx(text) {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return Object.fromEntries(
      lines.map((line) => {
        const [, name = '', value = ''] = /^add_header ([\w-]+) "([^"$]*)" always;$/.exec(line) ?? [];
        return [name, value];
      }),
    );
  },
  async vercel(text) {
    const { headers } = JSON.parse(text) as {
      headers: { source: string; headers: { key: string; value: string }[] }[];
    };
    return Object.fromEntries((headers[0]?.headers ?? []).map(({ key, value }) => [key, value]));
  },
  netlify: readHeadersFile,
  cloudflare: readHeadersFile,
  async express(text) {
    const sent: Record<string, string> = {};
    let continued = 0;
    const { zoomHeaders } = await load(text);
    zoomHeaders?.({}, { locals: {}, set: (headers: object) => Object.assign(sent, headers) }, () => {
      continued += 1;
    });
    expect(continued).toBe(1);
    return sent;
  },
};

async function readHeadersFile(text: string): Promise<Record<string, string>> {
  const [path, ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(path).toBe('/*');
  // Cloudflare's limit.
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2_000);
  return Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s, 2) as [string, string]));
}

describe.each(HOST_NAMES)('%s', (host) => {
  it.each(['cdn', 'self-hosted'] as const)('sends the documented policy: %s', async (name) => {
    const { exitCode, out, err } = await call(['headers', host, '--policy', name]);
    expect(exitCode).toBe(0);
    expect(await READERS[host](out)).toEqual({
      'Content-Security-Policy': policy(name),
      'Permissions-Policy': PERMISSIONS,
    });
    // The remarks are not in the file.
    expect(err).toContain(HOSTS[host].where);
    expect(err).toContain("add 'self' to style-src");
  });

  it('the default is the component’s: the CDN', async () => {
    expect((await call(['headers', host])).out).toBe((await call(['headers', host, '--policy', 'cdn'])).out);
  });

  it('isolated and embedded', async () => {
    const sites = ['--embedded-by', 'https://lms.example/', '--embedded-by', 'https://*.school.example:8443'];
    const { out, err } = await call(['headers', host, '--isolated', ...sites]);
    const headers = await READERS[host](out);
    expect(headers['Content-Security-Policy']).toMatch(
      /; frame-ancestors 'self' https:\/\/lms\.example https:\/\/\*\.school\.example:8443$/,
    );
    expect(headers).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'credentialless',
    });
    expect(err).toContain('allow="camera; microphone;');
  });
});

describe('with nonces', () => {
  it('Express makes one for each request', async () => {
    const { out } = await call(['headers', 'express', '--policy', 'nonce']);
    const { zoomHeaders } = await load(out);
    const nonces = [1, 2].map(() => {
      const sent: Record<string, string> = {};
      const response = {
        locals: { nonce: '' },
        set: (name: string, value: string) => {
          sent[name] = value;
        },
      };
      zoomHeaders?.({}, response, () => {});
      const { nonce } = response.locals;
      expect(nonce).toMatch(/^[\w+/=]{20,}$/);
      expect(sent).toEqual({
        'Content-Security-Policy': policy('nonce').replaceAll('RANDOM', nonce),
        'Permissions-Policy': PERMISSIONS,
      });
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('Next.js makes one for each request, and allows more in development', async () => {
    const { out } = await call(['headers', 'next', '--policy', 'nonce', '--isolated']);
    const next = `const NextResponse = { next: (given) => ({ given, headers: new Headers() }) };\n`;
    const { proxy } = await load(next + out);
    const answer = () =>
      proxy?.({ headers: new Headers({ cookie: 'a=b' }) }) as {
        headers: Headers;
        given: { request: { headers: Headers } };
      };
    const { headers, given } = answer();
    const nonce = given.request.headers.get('x-nonce') ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(headers.get('content-security-policy')).toBe(policy('nonce').replaceAll('RANDOM', nonce));
    expect(given.request.headers.get('content-security-policy')).toBe(headers.get('content-security-policy'));
    expect(given.request.headers.get('cookie')).toBe('a=b');
    expect(headers.get('permissions-policy')).toBe(PERMISSIONS);
    expect(headers.get('cross-origin-embedder-policy')).toBe('credentialless');
    expect(answer().given.request.headers.get('x-nonce')).not.toBe(nonce);

    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'development';
    const inDevelopment = answer().headers.get('content-security-policy');
    process.env['NODE_ENV'] = before;
    expect(inDevelopment).toContain("'wasm-unsafe-eval' 'unsafe-eval'; style-src 'unsafe-inline';");
  });
});
