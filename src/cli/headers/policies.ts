/** The smallest part of a Content-Security-Policy that can be removed on its own. */
export interface Source {
  readonly directive: string;
  readonly source: string;
  /** What needs the source, and what is missing without it. */
  readonly why: string;
  /**
   * Where a simulated meeting uses the source: in the page, in the meeting's frame, or in that frame's workers.
   * `reading`: no simulated meeting uses it, but the SDK's code does.
   */
  readonly seen: 'page' | 'frame' | 'worker' | 'reading';
}

/**
 * A directive that a meeting doesn't need, but that refuses an attack. `default-src` covers none of them, so without
 * the directive everything is allowed.
 */
export interface Guard {
  readonly directive: string;
  readonly source: string;
  /** What it refuses, and when an app needs another value. */
  readonly why: string;
  /** The file in `test/browser/attacks` with the attack. */
  readonly test: string;
}

const script = (source: string, seen: Source['seen'], why: string): Source => ({
  directive: 'script-src',
  source,
  why,
  seen,
});

const APP_SCRIPTS = script("'self'", 'page', 'Your app’s scripts, including this component’s.');
const SCRIPT_BLOBS = script(
  'blob:',
  'frame',
  'Parts of the SDK that it fetches and runs from memory: the audio worklet and, in an isolated page, the scripts of its workers. Without it, there is no sound, and in an isolated page the meeting reconnects for ever.',
);
const WASM = script(
  "'wasm-unsafe-eval'",
  'frame',
  "WebAssembly, which audio, video and screen sharing need. Zoom asks for `'unsafe-eval'`, which also allows `eval`, but the SDK doesn’t need that.",
);
const STYLES: Source = {
  directive: 'style-src',
  source: "'unsafe-inline'",
  why: 'The SDK writes its styles into the frame. Without it, the meeting is unstyled. The component’s own screens need no exception.',
  seen: 'frame',
};

/** The sources that are the same wherever the SDK comes from. */
const COMMON: readonly Source[] = [
  {
    directive: 'worker-src',
    source: 'blob:',
    why: 'The workers for audio, video and screen sharing. Without it, the meeting has no sound and no picture.',
    seen: 'frame',
  },
  {
    directive: 'connect-src',
    source: "'self'",
    why: 'Your signature endpoint and, if you host the SDK, its media files. Without it: `signature-unreachable`.',
    seen: 'page',
  },
  {
    directive: 'connect-src',
    source: 'https://zoom.us',
    why: 'The SDK’s first request, which contains the signature. If you set another `webEndpoint` in `init`, use that host. Without it: `connection-failed`.',
    seen: 'frame',
  },
  {
    directive: 'connect-src',
    source: 'https://*.zoom.us',
    why: 'The meeting’s servers, whose names Zoom sends at each join, and the SDK’s media files on the CDN. Without it: `connection-failed`.',
    seen: 'frame',
  },
  {
    directive: 'connect-src',
    source: 'wss://*.zoom.us',
    why: 'The meeting itself and its media. Without it: `connection-failed`.',
    seen: 'frame',
  },
  {
    directive: 'img-src',
    source: 'data:',
    why: 'Images inside the SDK’s script.',
    seen: 'frame',
  },
  {
    directive: 'img-src',
    source: 'blob:',
    why: 'Images in the chat, and virtual backgrounds.',
    seen: 'reading',
  },
  {
    directive: 'img-src',
    source: 'https://*.zoom.us',
    why: 'Profile pictures on Zoom’s servers, for people whose camera is off. Pictures on other servers are replaced with a placeholder. To allow them, use `https:`.',
    seen: 'frame',
  },
  {
    directive: 'media-src',
    source: 'blob:',
    why: 'A silent sound with which the SDK tests, when the user joins the audio, whether it may play sound. Also the recordings of its microphone test.',
    seen: 'frame',
  },
];

/** Every policy ends with these. */
export const GUARDS = {
  'base-uri': {
    directive: 'base-uri',
    source: "'none'",
    why: "An injected `<base href>`, which leads the relative URLs of your page to the attacker’s server: links, requests and, in a policy with nonces, scripts. Neither the component nor the SDK needs a `<base>`. If your app has one, use `'self'`.",
    test: 'injected-base.test.ts',
  },
  'form-action': {
    directive: 'form-action',
    source: "'none'",
    why: "An injected form, or an injected button that sends your own form to the attacker’s server (`formaction`). The component has no forms, and scripts handle those of the SDK, as in most React apps. If the browser itself submits a form of your app, use `'self'`.",
    test: 'injected-form.test.ts',
  },
  'frame-ancestors': {
    directive: 'frame-ancestors',
    source: "'self'",
    why: 'A page of another origin that shows your app in an iframe, perhaps an invisible one, so that users click in a meeting without knowing it. If another site embeds your app, see below.',
    test: 'framed-page.test.ts',
  },
} as const satisfies Record<string, Guard>;

/** Stands for the nonce, which a server makes anew for each request. The tests use it as it is. */
export const NONCE = 'RANDOM';

/** Each is the smallest policy that a meeting needs. All of them begin with `default-src 'none'`. */
export const POLICIES = {
  'self-hosted': [APP_SCRIPTS, SCRIPT_BLOBS, WASM, STYLES, ...COMMON],
  cdn: [
    APP_SCRIPTS,
    script(
      'https://source.zoom.us',
      'frame',
      'The SDK and its media script. Without it: `sdk-blocked-by-policy`.',
    ),
    SCRIPT_BLOBS,
    WASM,
    STYLES,
    ...COMMON,
  ],
  nonce: [
    script(
      `'nonce-${NONCE}'`,
      'page',
      'Your page’s scripts, and the scripts that the component loads into its frame.',
    ),
    script(
      "'strict-dynamic'",
      'worker',
      "What those scripts load: chunks of your app, the SDK’s media script, worklets. It replaces `'self'`, hosts and `blob:`.",
    ),
    WASM,
    {
      directive: 'style-src',
      source: `'nonce-${NONCE}'`,
      why: 'The SDK’s styles, on which the frame sets the nonce.',
      seen: 'frame',
    },
    ...COMMON,
  ],
} as const satisfies Record<string, readonly Source[]>;

export type PolicyName = keyof typeof POLICIES;
export const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[];
/**
 * Returns the directives of a policy, in order. Without one of its sources, a directive stays and allows what is
 * left, perhaps nothing. Without a guard, the policy has no such directive.
 */
export function directives(sources: readonly Source[], without?: Source | Guard): string[] {
  const found = new Map([['default-src', ["'none'"]]]);
  for (const source of sources) {
    const values = found.get(source.directive) ?? [];
    found.set(source.directive, source === without ? values : [...values, source.source]);
  }
  return [
    ...[...found].map(([directive, values]) => `${directive} ${values.join(' ') || "'none'"}`),
    ...Object.values(GUARDS)
      .filter((guard) => guard !== without)
      .map(({ directive, source }) => `${directive} ${source}`),
  ];
}

/** Returns a policy with another value for one of its directives. */
export const withDirective = (
  policy: readonly string[],
  directive: keyof typeof GUARDS,
  value: string,
): string[] => policy.map((one) => (one.startsWith(`${directive} `) ? `${directive} ${value}` : one));

/** The value of `frame-ancestors` for an app that sites of other origins embed, such as a learning platform. */
export const embeddedBy = (...origins: readonly string[]): string => ["'self'", ...origins].join(' ');

/**
 * The `allow` attribute of the iframe in which another site shows the app. Without the last two, the screen may turn
 * off during a meeting, and the SDK does not notice a busy CPU.
 */
export const ALLOW =
  'camera; microphone; display-capture; autoplay; fullscreen; clipboard-read; clipboard-write; screen-wake-lock; compute-pressure';
