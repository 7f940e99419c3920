import { GUARDS, NONCE, POLICIES, type PolicyName, type Source } from '../../headers/policies.ts';
import { type Check, error, info, ok, warning } from '../check.ts';
import { covers, hasNonce, includes, isStrictDynamic } from './covers.ts';
import type { Policy } from './policy.ts';

/** Which directives a browser asks, in this order. The first one that is there decides. */
const CHAINS: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
};
/** WebAssembly is no element. */
const WASM_CHAIN = ['script-src', 'default-src'];

/** Without these, a meeting lacks some pictures and a sound, but takes place. */
const MINOR = ['img-src', 'media-src'];

const PLACES: Readonly<Record<Policy['from'], string>> = {
  header: 'Content-Security-Policy',
  meta: 'Content-Security-Policy (<meta>)',
  'report-only': 'Content-Security-Policy-Report-Only',
};

const MEANT: Readonly<Record<PolicyName, string>> = {
  nonce: 'with nonces',
  cdn: 'with the SDK from Zoom’s CDN',
  'self-hosted': 'with the SDK from your own server',
};

export interface CheckedPage {
  readonly url: URL;
  readonly isIsolated: boolean;
  /** The header X-Frame-Options. */
  readonly frameOptions: string | null;
}

/** Checks that each policy of a page allows what a meeting needs, and that together they refuse what they should. */
export function checkPolicies(policies: readonly Policy[], page: CheckedPage, meant?: PolicyName): Check[] {
  const enforced = policies.filter(({ from }) => from !== 'report-only');
  return [
    ...policies.flatMap((policy) => checkPolicy(policy, page, meant)),
    ...(enforced.length === 0 ? [noPolicy()] : checkGuards(enforced, page)),
  ];
}

const noPolicy = (): Check =>
  warning(
    'The page enforces no Content-Security-Policy, so it refuses no attack either.',
    'npx react-zoom-join headers prints the smallest one that a meeting needs.',
  );

function checkPolicy(policy: Policy, page: CheckedPage, meant: PolicyName | undefined): Check[] {
  const name = meant ?? recognise(policy, page.url);
  const place = PLACES[policy.from];
  const problems = [
    ...POLICIES[name].flatMap((source) => checkSource(policy, source, page.url)),
    ...checkSandbox(policy),
    ...checkTrustedTypes(policy, page),
  ].map((check): Check => {
    // What is only reported prevents nothing yet.
    const mark = policy.from === 'report-only' ? 'warning' : check.mark;
    return { ...check, mark, text: `${place}: ${check.text}` };
  });
  const scripts = sourcesOf(policy, CHAINS['script-src'] ?? []);
  return [
    ...(problems.length === 0 ? [ok(`${place}: allows what a meeting needs, ${MEANT[name]}`)] : problems),
    ...(hasNonce(scripts?.sources ?? [])
      ? [info('The policy has a nonce.', 'Pass it to the component: <ZoomJoin nonce={nonce} … />')]
      : []),
    ...(name === 'self-hosted' && meant === undefined
      ? [
          info(
            `${place}: it refuses Zoom’s CDN, so it was checked for an SDK on your own server.`,
            'Use sdk={selfHosted(…)}. zoomCdn(), the default, also needs https://source.zoom.us in script-src.',
          ),
        ]
      : []),
  ];
}

/** Returns which of the documented policies this one is meant to be. */
function recognise(policy: Policy, page: URL): PolicyName {
  const scripts = sourcesOf(policy, CHAINS['script-src'] ?? [])?.sources;
  if (scripts === undefined) return 'cdn';
  if (hasNonce(scripts) || isStrictDynamic(scripts)) return 'nonce';
  if (covers(scripts, 'https://source.zoom.us', page)) return 'cdn';
  return covers(scripts, "'self'", page) ? 'self-hosted' : 'cdn';
}

/** Returns the sources of the directive that decides. `undefined`: none does, so everything is allowed. */
function sourcesOf({ directives }: Policy, chain: readonly string[]) {
  const directive = chain.find((name) => directives.has(name));
  return directive === undefined ? undefined : { directive, sources: directives.get(directive) ?? [] };
}

function checkSource(policy: Policy, { directive, source, why }: Source, page: URL): Check[] {
  const chain =
    source === "'wasm-unsafe-eval'" ? WASM_CHAIN : (CHAINS[directive] ?? [directive, 'default-src']);
  const found = sourcesOf(policy, chain);
  if (found === undefined) return [];
  const isScript = directive === 'script-src';
  // These may load whatever they like. The browser then ignores hosts and schemes.
  if (isScript && isStrictDynamic(found.sources) && source !== "'wasm-unsafe-eval'") return [];
  const needed = directive === 'style-src' ? "'unsafe-inline'" : source;
  if (covers(found.sources, needed, page)) return [];
  const shown = source.replace(NONCE, '…');
  const text =
    found.directive === directive
      ? `${directive} lacks ${shown}`
      : `there is no ${directive}, and ${found.directive} lacks ${shown}`;
  const check = MINOR.includes(directive) ? warning : error;
  return [check(text, why.replaceAll('`', ''))];
}

/** The meeting's frame inherits the sandbox. */
function checkSandbox({ directives }: Policy): Check[] {
  const allowed = directives.get('sandbox');
  if (allowed === undefined) return [];
  const missing = ['allow-scripts', 'allow-same-origin'].filter((one) => !includes(allowed, one));
  return missing.length === 0
    ? []
    : [
        error(
          `sandbox lacks ${missing.join(' and ')}`,
          'The meeting runs scripts in a frame of the page’s origin.',
        ),
      ];
}

function checkTrustedTypes({ directives }: Policy, { isIsolated }: CheckedPage): Check[] {
  if (!directives.has('require-trusted-types-for')) return [];
  const names = directives.get('trusted-types');
  const allowsDefault = names === undefined || names.includes('default') || names.includes('*');
  return [
    ...(allowsDefault
      ? []
      : [
          error(
            'trusted-types lacks default',
            'The component creates a policy of this name in the meeting’s frame. Without it: sdk-blocked-by-policy.',
          ),
        ]),
    ...(isIsolated
      ? [
          warning(
            'Trusted Types in an isolated page',
            'The SDK’s workers for audio and video don’t run. Take out require-trusted-types-for, or the isolation.',
          ),
        ]
      : []),
  ];
}

/** Checks for the directives without which everything is allowed, whatever `default-src` says. */
function checkGuards(policies: readonly Policy[], { frameOptions }: CheckedPage): Check[] {
  return Object.values(GUARDS).flatMap(({ directive, source, why }): Check[] => {
    if (policies.some(({ directives }) => directives.has(directive))) return [];
    if (directive === 'frame-ancestors' && frameOptions !== null) return [];
    return [
      warning(
        `No ${directive} in the Content-Security-Policy: with ${directive} ${source}, it would refuse an attack.`,
        why.replaceAll('`', ''),
      ),
    ];
  });
}
