import { useEffect } from 'react';

declare global {
  interface Window {
    /** ms since the page was opened. */
    marks: { ready?: number; connected?: number };
  }
}

window.marks = {};

/**
 * The page is there and can be clicked: two frames after React has put it in the document. With `#click` it is
 * clicked then, by itself: a click from outside takes the harness's time, too.
 */
export function useReadyMark(): void {
  useEffect(() => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (window.marks.ready !== undefined) return;
        window.marks.ready = performance.now();
        if (location.hash === '#click') document.querySelector('button')?.click();
      }),
    );
  }, []);
}

export function markConnected(): void {
  window.marks.connected = performance.now();
}

export async function fetchSignature(): Promise<string> {
  const response = await fetch('/api/signature', { method: 'POST' });
  return ((await response.json()) as { signature: string }).signature;
}
