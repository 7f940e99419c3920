import { useEffect } from 'react';

declare global {
  /** Whether the app hosts the SDK's files itself. The build sets it, so that unused code is removed. */
  const HOSTS_SDK: boolean;
  interface Window {
    /** Times in ms since the page was opened. */
    marks: { ready?: number; clicked?: number; connected?: number; seen?: number };
  }
}

/**
 * What the harness asks of the page, in its hash: `click` (how long after the page is ready, in ms), `signature` (how
 * long it takes, in ms) and `preload`.
 */
export const asked = new URLSearchParams(location.hash.slice(1));

window.marks = {};

// Like most apps, these load some of their code later. So Vite's own code for `import()` is in each of them, and is
// not counted as the component's.
addEventListener('contextmenu', () => void import('./settings.ts').then(({ open }) => open()));

// The event's timestamp is the time of the mouse input, not the time when the page handled it.
addEventListener(
  'click',
  ({ timeStamp }) => {
    window.marks.clicked = timeStamp;
  },
  true,
);

/**
 * Marks the page as ready to be clicked, two frames after React has committed it to the document. With `#click`, it
 * clicks the button itself, because a click from outside would also include the harness's time.
 */
export function useReadyMark(): void {
  useEffect(() => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (window.marks.ready !== undefined) return;
        window.marks.ready = performance.now();
        const after = asked.get('click');
        if (after !== null) setTimeout(() => document.querySelector('button')?.click(), Number(after));
      }),
    );
  }, []);
}

/**
 * Records when the SDK reports that it is connected and when the meeting's participants are visible. The report may
 * come before or after the SDK has rendered the meeting, so this checks every frame.
 */
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
