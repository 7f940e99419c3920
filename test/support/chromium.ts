import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright';

const DEBIAN = '/usr/bin/chromium';

/**
 * How every test and benchmark starts Chromium: the one that `npm test` found or installed (CHROMIUM_PATH), else
 * Debian's, else Playwright's own; with a make-believe camera and microphone, and no traffic of its own.
 */
export function launchOptions(args: readonly string[] = []): LaunchOptions {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      ...args,
    ],
  };
}

/**
 * For pages that live for a few seconds, on a machine with few cores: most of the time the SDK's code is compiled, and
 * optimising it takes more than it gives.
 */
export const SHORT_LIVED = '--js-flags=--no-opt --no-maglev';
