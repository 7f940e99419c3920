import { existsSync } from 'node:fs';
import type { BrowserContextOptions, LaunchOptions } from 'playwright';

const DEBIAN = '/usr/bin/chromium';

/**
 * The options of every window in the tests. The user prefers reduced motion, because without a graphics card a spinner
 * takes a sixth of a core.
 */
export const WINDOW = {
  ignoreHTTPSErrors: true,
  // In px: the fixture app's box and a margin.
  viewport: { width: 1000, height: 640 },
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions;

const JS_FLAGS = '--js-flags=';
const isJsFlags = (arg: string): boolean => arg.startsWith(JS_FLAGS);

/**
 * Playwright attaches a debugger to each page. For a debugger, V8 looks up the source positions of functions by
 * parsing the code again, which took more time than everything else for the SDK's largest script (measured: 2.3 s
 * instead of 1 s, CPU throttled 4×). Without a debugger, nobody pays for that. With this flag, V8 keeps the
 * positions from the start, so that the tests don't pay for it either.
 */
const KEEP_PLACES = '--no-enable-lazy-source-positions';

/**
 * Chromium parses a script in the background while it loads, even if it has compiled the same script in this process
 * before. With the SDK's scripts of 6 MB that is a quarter of the CPU time of a join (measured: 15 joins take 12 s less
 * without it), and in almost every test the SDK has been compiled before.
 */
const PARSE_IN_BACKGROUND = 'ScriptStreaming';

/** The features that Playwright disables. Chromium only uses the last `--disable-features`. */
const DISABLED_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * Chromium 156 loads two pages for the menu of its address bar in each new window, though no test uses that menu.
 * Measured: opening ten windows takes 6 s of CPU time instead of 17 s without them.
 */
const ADDRESS_BAR_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

export interface ChromiumOptions {
  /** Whether the time is measured that pages take to load. Default: `false`, which saves the tests time. */
  readonly isMeasured?: boolean;
}

/**
 * How every test and benchmark starts Chromium: the one that `npm test` found or installed (CHROMIUM_PATH), else
 * Debian's, else Playwright's own. It has a fake camera and microphone, and sends no requests of its own.
 *
 * @param more More arguments. All `--js-flags` are merged, because Chromium only uses the last one.
 */
export function launchOptions(
  more: readonly string[] = [],
  { isMeasured = false }: ChromiumOptions = {},
): LaunchOptions {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
  const jsFlags = [KEEP_PLACES, ...more.filter(isJsFlags).map((arg) => arg.slice(JS_FLAGS.length))];
  const disabled = [
    ...DISABLED_BY_PLAYWRIGHT,
    ...ADDRESS_BAR_PAGES,
    ...(isMeasured ? [] : [PARSE_IN_BACKGROUND]),
  ];
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      JS_FLAGS + jsFlags.join(' '),
      `--disable-features=${disabled.join(',')}`,
      ...more.filter((arg) => !isJsFlags(arg)),
    ],
  };
}

/**
 * For pages that live for a few seconds, on a machine with few cores: most of the time goes into compiling the
 * SDK's code, and optimising it takes more time than it saves.
 */
export const SHORT_LIVED = '--js-flags=--no-opt --no-maglev';
