import { WrongCall } from '../command-error.ts';
import { remark, type Terminal } from '../terminal.ts';
import { headerList } from './header-list.ts';
import { HOSTS, type Host, type HostName } from './hosts.ts';
import { ALLOW, type PolicyName } from './policies.ts';

export interface HeadersOptions {
  readonly policy: PolicyName;
  readonly isolated?: boolean | undefined;
  readonly embeddedBy?: readonly string[] | undefined;
}

/** An origin, whose host may begin with a wildcard, and nothing else: it becomes part of a policy. */
const ORIGIN = /^https?:\/\/(\*\.)?[a-z\d.-]+(:\d+)?$/i;

/** `headers`: prints the headers of a page with a meeting, in the format of a host. */
export function runHeaders(
  terminal: Terminal,
  name: HostName,
  { policy, isolated = false, embeddedBy: sites = [] }: HeadersOptions,
): number {
  const host: Host = HOSTS[name];
  const print = policy === 'nonce' ? host.printWithNonce : host.print;
  if (print === undefined) {
    throw new WrongCall(
      `${name} sends the same headers with every page, but a nonce must be new each time. Use --policy cdn or self-hosted, or a server that makes nonces: next or express.`,
    );
  }
  const origins = sites.map((site) => site.replace(/\/$/, ''));
  if (!origins.every((origin) => ORIGIN.test(origin))) {
    throw new WrongCall(
      '--embedded-by takes the origin of a site and nothing else, such as https://lms.example.',
    );
  }
  const headers = headerList({ policy, isolated, embeddedBy: origins });
  terminal.out.write(print(headers));
  for (const text of remarks(host, { policy, isolated, origins })) remark(terminal, text);
  return 0;
}

interface Chosen {
  readonly policy: PolicyName;
  readonly isolated: boolean;
  readonly origins: readonly string[];
}

function remarks(host: Host, { policy, isolated, origins }: Chosen): string[] {
  const withNonce = policy === 'nonce';
  const isEmbedded = origins.length > 0;
  return [
    withNonce ? [] : host.where,
    withNonce ? [] : (host.remark ?? []),
    policy === 'self-hosted' ? "This is for sdk={selfHosted('/zoom-sdk')}." : [],
    policy === 'cdn' ? 'This is for the SDK from Zoom’s CDN, the default.' : [],
    "The policy allows what a meeting needs and nothing else. For your app’s own files, add 'self' to style-src, img-src and font-src.",
    isEmbedded ? `That site’s iframe needs allow="${ALLOW}", and X-Frame-Options must not be sent.` : [],
    isEmbedded && isolated
      ? 'In an iframe, the page is isolated only if that site is, too, and its iframe allows "cross-origin-isolated".'
      : [],
  ].flat();
}
