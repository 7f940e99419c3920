import { SDK_VERSION } from '../../../sdk/profile/versions.ts';

/** What a source in a policy would have to match. */
interface Address {
  readonly scheme: string;
  /** May begin with `*.`: then every name below must match. */
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', ws: '80', https: '443', wss: '443' };
const HOST_SOURCE = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^*:/]+)(?::(\d+|\*))?(\/.*)?$/i;

export const hasNonce = (sources: readonly string[]): boolean => sources.some((one) => /^'nonce-/i.test(one));
const hasHash = (sources: readonly string[]): boolean =>
  sources.some((one) => /^'sha(256|384|512)-/i.test(one));
export const includes = (sources: readonly string[], keyword: string): boolean =>
  sources.some((one) => one.toLowerCase() === keyword);

/** Whether scripts with the nonce or a hash may load others, wherever these come from. */
export const isStrictDynamic = (sources: readonly string[]): boolean =>
  includes(sources, "'strict-dynamic'") && (hasNonce(sources) || hasHash(sources));

/**
 * Whether the sources of a directive cover one that a meeting needs, as Chromium understands them: there, `*` and
 * `https:` cover no `blob:`, and only a `wss:` source covers a web socket.
 */
export function covers(sources: readonly string[], needed: string, page: URL): boolean {
  switch (needed) {
    case "'wasm-unsafe-eval'":
      return includes(sources, needed) || includes(sources, "'unsafe-eval'");
    case "'unsafe-inline'":
      // A nonce or a hash makes browsers ignore it. The nonce is as good.
      return hasNonce(sources) || (includes(sources, needed) && !hasHash(sources));
    case "'strict-dynamic'":
      return isStrictDynamic(sources) || (includes(sources, 'blob:') && covers(sources, "'self'", page));
    case 'blob:':
    case 'data:':
      return includes(sources, needed);
    default:
      return needed.startsWith("'nonce-")
        ? hasNonce(sources) || hasHash(sources)
        : sources.some((source) =>
            coversAddress(source.toLowerCase(), addressOf(needed, page), needed, page),
          );
  }
}

function addressOf(needed: string, page: URL): Address {
  if (needed === "'self'") {
    const scheme = page.protocol.slice(0, -1);
    return { scheme, host: page.hostname, port: page.port || DEFAULT_PORTS[scheme] || '', path: '/' };
  }
  const [scheme = '', host = ''] = needed.split('://');
  const path = host === 'source.zoom.us' ? `/${SDK_VERSION}/` : '/';
  return { scheme, host, port: DEFAULT_PORTS[scheme] ?? '', path };
}

function coversAddress(source: string, address: Address, needed: string, page: URL): boolean {
  if (source === "'self'") return needed === "'self'";
  if (source === '*') return true;
  if (/^[a-z][a-z\d+.-]*:$/.test(source)) return coversScheme(source.slice(0, -1), address.scheme);
  const [, scheme = page.protocol.slice(0, -1), host = '', port, path = '/'] = HOST_SOURCE.exec(source) ?? [];
  return (
    coversScheme(scheme, address.scheme) &&
    coversHost(host, address.host) &&
    (port === '*' ||
      (port ?? DEFAULT_PORTS[address.scheme]) === address.port ||
      isDefault(port, scheme, address)) &&
    (path.endsWith('/') ? address.path.startsWith(path) : address.path === path)
  );
}

/** The default port of http also covers that of https, as the scheme does. */
const isDefault = (port: string | undefined, scheme: string, address: Address): boolean =>
  port === DEFAULT_PORTS[scheme] && address.port === DEFAULT_PORTS[address.scheme];

const coversScheme = (source: string, needed: string): boolean =>
  source === needed || (source === 'http' && needed === 'https') || (source === 'ws' && needed === 'wss');

const coversHost = (source: string, needed: string): boolean =>
  source === '*' ||
  source === needed ||
  (source.startsWith('*.') && needed.replace(/^\*/, '').endsWith(source.slice(1)));
