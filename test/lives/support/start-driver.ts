import { ENGINE } from '../../support/engines/engine.ts';
import type { ZoomServer } from '../../support/zoom-server.ts';
import type { Driver } from './driver.ts';
import { startPlaywright } from './playwright-driver.ts';
import { startWebKit } from './webkit-driver.ts';

/**
 * Starts the browser of this run, in which every host but the pages' own leads to `zoom`.
 *
 * @param home A page of the server that serves the tests' pages.
 * @param args Additional arguments for Chromium.
 */
export const startDriver = (zoom: ZoomServer, home: string, args: readonly string[]): Promise<Driver> =>
  ENGINE === 'webkit' ? startWebKit(zoom, home) : startPlaywright(zoom, home, args);
