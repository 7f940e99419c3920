import { askWithCors, mediaScript } from './hint.ts';
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
  const { prototype } = frame.HTMLScriptElement;
  const src = Object.getOwnPropertyDescriptor(prototype, 'src');
  Object.defineProperty(prototype, 'src', {
    ...src,
    set(this: HTMLScriptElement, address: string) {
      const load = () => src?.set?.call(this, address);
      // The SDK listens to it a moment later.
      if (address === script.src) hasRun.then(() => this.dispatchEvent(new frame.Event('load')), load);
      else load();
    },
  });
  hasRun.catch(() => {});
  frame.document.head.append(script);
}
