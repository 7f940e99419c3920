import { askWithCors, mediaScript } from './prefetch.ts';
import { watchScriptAddresses } from './script-addresses.ts';
import type { FrameWindow } from './source.ts';

/**
 * Runs the SDK's media script as soon as there is time, ahead of the join, in which the SDK asks for it: then it has it
 * at once. It runs only once. Should it not come, the SDK asks for it itself, and tells.
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
