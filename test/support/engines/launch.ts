import { type Browser, chromium, firefox } from 'playwright';
import { launchOptions } from '../chromium.ts';
import type { ZoomServer } from '../zoom-server.ts';
import { ENGINE } from './engine.ts';
import { firefoxOptions } from './firefox.ts';

/**
 * Starts the browser of this run, in which every host but the page's own leads to `zoom`, if there is one. Playwright does not drive
 * WebKit as Debian builds it.
 *
 * @param args Additional arguments for Chromium.
 */
export function launch(zoom: ZoomServer | undefined, args: readonly string[] = []): Promise<Browser> {
  switch (ENGINE) {
    case 'chromium':
      return chromium.launch(launchOptions([...(zoom?.chromiumArgs ?? []), ...args]));
    case 'firefox':
      return firefox.launch(firefoxOptions({ httpsPort: zoom?.port }));
    case 'webkit':
      throw new Error('This test needs Playwright, which does not drive WebKit here.');
  }
}
