/** The smallest part of a Content-Security-Policy: what can be taken out of it by itself. */
export interface Source {
  readonly directive: string;
  readonly source: string;
  /** What asks for it, and what is missing without it. */
  readonly why: string;
  /**
   * Where a practice meeting asks for it: in the page, in the meeting's frame, or in the workers of that. `reading`: no
   * practice meeting does; the SDK's code does.
   */
  readonly seen: 'page' | 'frame' | 'worker' | 'reading';
}

const script = (source: string, seen: Source['seen'], why: string): Source => ({
  directive: 'script-src',
  source,
  why,
  seen,
});

const APP_SCRIPTS = script("'self'", 'page', 'Your app’s scripts, this component’s among them.');
const SCRIPT_BLOBS = script(
  'blob:',
  'frame',
  'Parts of the SDK that it fetches and runs from memory: the sound of the meeting (an audio worklet) and, in an isolated page, its workers’ scripts. Without it nobody hears anything; in an isolated page the meeting reconnects for ever.',
);
const WASM = script(
  "'wasm-unsafe-eval'",
  'frame',
  "WebAssembly, which sound, video and screen sharing run on. `'unsafe-eval'`, which Zoom asks for, allows this and `eval` as well, which the SDK does without.",
);
const STYLES: Source = {
  directive: 'style-src',
  source: "'unsafe-inline'",
  why: 'The SDK writes its styles into the frame. Without it the meeting is there, unstyled. The component’s own screens need no exception.',
  seen: 'frame',
};

/** What is the same wherever the SDK comes from. */
const COMMON: readonly Source[] = [
  {
    directive: 'worker-src',
    source: 'blob:',
    why: 'The workers of sound, video and screen sharing. Without it the meeting is silent and dark.',
    seen: 'frame',
  },
  {
    directive: 'connect-src',
    source: "'self'",
    why: 'Your signature endpoint; self-hosted, the SDK’s media files too. Without it: `signature-unreachable`.',
    seen: 'page',
  },
  {
    directive: 'connect-src',
    source: 'https://zoom.us',
    why: 'The SDK’s first request, which carries the signature. With another `webEndpoint` in `init`, that host. Without it: `connection-failed`.',
    seen: 'frame',
  },
  {
    directive: 'connect-src',
    source: 'https://*.zoom.us',
    why: 'The meeting’s servers, whose names Zoom tells at each join; from the CDN, the SDK’s media files. Without it: `connection-failed`.',
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
    why: 'Pictures inside the SDK’s script.',
    seen: 'frame',
  },
  {
    directive: 'img-src',
    source: 'blob:',
    why: 'Pictures in the chat and virtual backgrounds.',
    seen: 'reading',
  },
  {
    directive: 'img-src',
    source: 'https://*.zoom.us',
    why: 'Pictures of people whose camera is off, from Zoom. Those that Zoom keeps elsewhere stay away, and a figure stands for the person: `https:` lets them in.',
    seen: 'frame',
  },
  {
    directive: 'media-src',
    source: 'blob:',
    why: 'A silent sound with which the SDK finds out whether it may play any, when somebody joins the audio; recordings of its microphone test.',
    seen: 'frame',
  },
];

/** The nonce in the test, and what stands for one in the document. */
export const NONCE = 'r4nd0m';

/** Each is the smallest policy that a meeting needs; all begin with `default-src 'none'`. */
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
    script(`'nonce-${NONCE}'`, 'page', 'Your page’s scripts, and what the component loads into its frame.'),
    script(
      "'strict-dynamic'",
      'worker',
      "What those scripts load in turn: chunks of your app, the SDK’s media script, worklets. It takes the place of `'self'`, hosts and `blob:`.",
    ),
    WASM,
    {
      directive: 'style-src',
      source: `'nonce-${NONCE}'`,
      why: 'The SDK’s styles, to which the frame gives the nonce.',
      seen: 'frame',
    },
    ...COMMON,
  ],
} as const satisfies Record<string, readonly Source[]>;

export type PolicyName = keyof typeof POLICIES;

/** The directives of a policy, in order. `without` one source, a directive stays, and allows what is left: perhaps nothing. */
export function directives(sources: readonly Source[], without?: Source): string[] {
  const found = new Map([['default-src', ["'none'"]]]);
  for (const source of sources) {
    const values = found.get(source.directive) ?? [];
    found.set(source.directive, source === without ? values : [...values, source.source]);
  }
  return [...found].map(([directive, values]) => `${directive} ${values.join(' ') || "'none'"}`);
}
