import type { LaunchOptions } from 'playwright';

export interface FirefoxOptions {
  /** The port to which every connection to port 443 goes, whatever the host. */
  readonly httpsPort?: number | undefined;
  /** Whether the browser can encode H.264. Default: `true`. */
  readonly hasH264?: boolean | undefined;
}

/**
 * How every test starts Firefox: the one that `npm test` found or installed, which is Debian’s. Playwright drives it by
 * WebDriver BiDi, because of the channel. It has a fake camera and microphone.
 */
export function firefoxOptions({ httpsPort, hasH264 = true }: FirefoxOptions = {}): LaunchOptions {
  return {
    channel: 'moz-firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      // A new profile has no H.264 until Firefox has downloaded a plug-in. With this pair it uses its own.
      ...(hasH264 && {
        'media.webrtc.hw.h264.enabled': true,
        'gfx.blacklist.webrtc.hw.acceleration.h264': 1,
      }),
      ...(httpsPort !== undefined && {
        'network.dns.forceResolve': '127.0.0.1',
        'network.socket.forcePort': `443=${httpsPort}`,
      }),
    },
  };
}
