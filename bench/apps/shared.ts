import { useEffect } from 'react';

declare global {
  /** Whether the app has the SDK's files beside it. Told by the build, so that what is not used is left out. */
  const HOSTS_SDK: boolean;
  interface Window {
    /** ms since the page was opened. */
    marks: { ready?: number; clicked?: number; connected?: number; seen?: number };
  }
}

/** What the harness asks of the page, in its hash: `click`, `signature` (how long it takes, in ms), `preload`. */
export const asked = new URLSearchParams(location.hash.slice(1));

window.marks = {};

// When the mouse was pressed, not when the page got round to it.
addEventListener(
  'click',
  ({ timeStamp }) => {
    window.marks.clicked = timeStamp;
  },
  true,
);

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
        if (asked.has('click')) document.querySelector('button')?.click();
      }),
    );
  }, []);
}

/** The SDK says that it is connected before or after it has drawn the meeting: looks until its people are to be seen. */
export function markConnected(): void {
  window.marks.connected = performance.now();
  const look = () => {
    const page = document.querySelector('iframe')?.contentDocument ?? document;
    const panel = page.querySelector('[id^=suspension-view-tabpanel-]:not([hidden])');
    const isDrawn = panel !== null && panel.textContent !== '';
    if (isDrawn && document.querySelector('.zoom-join-screen') === null)
      window.marks.seen = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

export async function fetchSignature(): Promise<string> {
  const response = await fetch(`/api/signature?${asked}`, { method: 'POST' });
  return ((await response.json()) as { signature: string }).signature;
}
