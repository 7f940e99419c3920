import { askWithCors, mediaScript } from './prefetch.ts';
import { watchScriptAddresses } from './script-addresses.ts';
import type { FrameWindow } from './source.ts';

/**
 * Loads and runs the SDK's media script before the join. When the SDK requests it during the join, it gets the
 * `load` event at once, and the script does not run a second time. If the script fails to load here, the SDK loads
 * it itself and reports the error.
 */
export function runMediaEarly(frame: FrameWindow, assetPath: string): void {
  const script = frame.document.createElement('script');
  askWithCors(script);
  script.src = mediaScript(assetPath);
  const hasRun = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  });
  watchScriptAddresses(frame, (asked, address, load) => {
    if (address === script.src) hasRun.then(() => asked.dispatchEvent(new frame.Event('load')), load);
    else load();
  });
  hasRun.catch(() => {});
  frame.document.head.append(script);
}
