import { type KeyOptions, shareKeys } from './share-keys.ts';
import { sharePointer } from './share-pointer.ts';

/** Makes the frame a part of its page for the mouse and the keyboard. Loaded once there is a meeting. @param signal Ends it. */
export function shareInput(frame: Window, signal: AbortSignal, keys: KeyOptions): void {
  const iframe = frame.frameElement as HTMLIFrameElement;
  sharePointer(iframe, signal);
  shareKeys(iframe, signal, keys);
}
