import { chromium, firefox } from 'playwright';
import { launchOptions } from '../chromium.ts';
import type { Engine } from './engine.ts';
import { firefoxOptions } from './firefox.ts';
import { WebKit } from './webkit.ts';

/** Starts an engine, and resolves to its version, such as `153.8`. */
export async function versionOf(engine: Engine): Promise<string> {
  if (engine === 'webkit') {
    const webkit = await WebKit.start();
    await webkit.close();
    return webkit.version;
  }
  const browser = await (engine === 'chromium'
    ? chromium.launch(launchOptions())
    : firefox.launch(firefoxOptions()));
  await browser.close();
  return browser.version();
}
