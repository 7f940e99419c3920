import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZoomServer } from './zoom-server.ts';

const SDK = join(
  import.meta.dirname,
  '../../node_modules/@zoom/meetingsdk/dist/zoomus-websdk-embedded.umd.min.js',
);

/** What to replace in the SDK's file, and by what. It must occur. */
export type Change = readonly [from: string | RegExp, to: string];

let original: string | undefined;

/** Returns the SDK's file as a later version could be: changed in memory, never on disk. */
export function changedSdk(changes: readonly Change[]): string {
  original ??= readFileSync(SDK, 'utf8');
  return changes.reduce((text, [from, to]) => {
    const changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from.source, 'g'), to);
    if (changed === text) throw new Error(`The SDK does not contain ${from}.`);
    return changed;
  }, original);
}

/** Makes the CDN serve a changed SDK until `zoom.reset()`. Other requests go to the previous interceptor. */
export function serveChangedSdk(zoom: ZoomServer, changes: readonly Change[]): void {
  const text = changedSdk(changes);
  const { intercept } = zoom;
  zoom.intercept = (request, response) => {
    if (!/zoom-meeting-embedded-[\d.]+\.min\.js$/.test(request.url ?? ''))
      return intercept?.(request, response) ?? false;
    response
      .writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' })
      .end(text);
    return true;
  };
}
