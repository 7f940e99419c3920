import { SdkLoadError } from '../loading/load-sdk.ts';
import type { FrameWindow } from '../loading/source.ts';
import { guardFocus } from './focus-guard.ts';
import { guardRequests } from './request-guard.ts';
import { clearRecords, isolateStorage } from './storage.ts';
import { letStringsPass } from './trusted-types.ts';

export interface FrameOptions {
  /** What screen readers call the frame. */
  title: string;
  /** The language of the frame's document, such as `en-US`. */
  language?: string | undefined;
  /** For a Content-Security-Policy with nonces: that of every script, style and link made in the frame's document. */
  nonce?: string | undefined;
  /** The frame's document is about to go, though nobody called `remove`: the last moment at which it can send something. */
  onUnload: () => void;
  /** Why it went: a task later, but for `page-closed`, after which there is no later task. */
  onGone: (why: FrameEnd) => void;
}

/**
 * Why a frame's document went away:
 * - `moved`: the frame was taken out of its document, and perhaps put back: that loads it anew, empty.
 * - `page-closed`: the page was closed, reloaded, or left for another one.
 * - `reloaded`: its document reloaded itself, as the SDK does for some settings.
 */
export type FrameEnd = 'moved' | 'page-closed' | 'reloaded';

/** The document that the SDK lives in. It has the page's URL and origin, and nothing else of the page. */
export interface MeetingFrame {
  readonly window: FrameWindow;
  /** Where the SDK draws. */
  readonly root: HTMLElement;
  /** Adds rules to the document. */
  addStyle(css: string): void;
  /** Puts the frame into another element. Where that would load it anew, it is removed: then it was `moved`. */
  moveTo(host: HTMLElement): void;
  /** Ends every media track, removes the frame with all that lives in it, clears what the SDK recorded. */
  remove(): void;
}

const PERMISSIONS =
  'camera; microphone; display-capture; autoplay; fullscreen; clipboard-read; clipboard-write';

/**
 * Creates the frame inside `host`. The document is written rather than loaded: only so does it take over the page's URL and origin, which the
 * SDK sends to Zoom.
 *
 * @throws {SdkLoadError} when the page's policy on Trusted Types forbids it
 */
export function createFrame(host: HTMLElement, options: FrameOptions): MeetingFrame {
  const iframe = host.ownerDocument.createElement('iframe');
  iframe.title = options.title;
  iframe.allow = PERMISSIONS;
  // It is that by itself, but focus traps look for the attribute.
  iframe.tabIndex = 0;
  Object.assign(iframe.style, {
    border: '0',
    display: 'block',
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    // Without it a dark page would make the document opaque.
    colorScheme: 'normal',
    // The colour of Zoom's own widget, so that no seam shows where it does not fill the box, and no white before.
    background: 'var(--zoom-join-meeting-background, #242424)',
    borderRadius: 'var(--zoom-join-meeting-radius, 0)',
  });
  host.append(iframe);

  const frame = iframe.contentWindow as FrameWindow | null;
  if (frame === null) throw new Error('The container is not in the document.');
  const { document } = frame;
  letStringsPass(frame);
  try {
    document.open();
    document.write('<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>');
    document.close();
  } catch {
    iframe.remove();
    throw new SdkLoadError({ problem: 'trusted-types', src: 'trusted-types' });
  }
  if (options.language !== undefined) document.documentElement.lang = options.language;
  if (options.nonce !== undefined) giveNonce(frame, options.nonce);

  const addStyle = (css: string) => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
  };
  addStyle('html,body{margin:0;height:100%;overflow:hidden}#zoom{height:100%}');
  const root = document.createElement('div');
  root.id = 'zoom';
  document.body.append(root);

  isolateStorage(frame);
  guardRequests(frame);
  guardFocus(frame);
  const stopMedia = trackMedia(frame);
  const page = host.ownerDocument.defaultView ?? window;
  const listening = new AbortController();
  // The app would be loaded into the frame by a reload, so whoever listens has to remove it.
  frame.addEventListener(
    'pagehide',
    () => {
      options.onUnload();
      setTimeout(() => {
        // A frame that was moved has another window, or none.
        if (!listening.signal.aborted) options.onGone(iframe.contentWindow === frame ? 'reloaded' : 'moved');
      });
    },
    listening,
  );
  page.addEventListener('pagehide', () => options.onGone('page-closed'), listening);

  return {
    window: frame,
    root,
    addStyle,
    moveTo(next) {
      try {
        next.moveBefore(iframe, null);
      } catch {
        // One of the two is in another document, or in none; or the browser has no `moveBefore`.
      }
      if (iframe.parentNode !== next) iframe.remove();
    },
    remove() {
      listening.abort();
      stopMedia();
      iframe.remove();
      // Where storage is forbidden there is nothing in it.
      clearRecords(page).catch(() => {});
    },
  };
}

/** The SDK's styles come from emotion, which knows of no nonce here, and goober, which takes it from the window. */
function giveNonce(frame: FrameWindow, nonce: string): void {
  const { document } = frame;
  const create = document.createElement.bind(document) as Document['createElement'];
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (/^(script|style|link)$/.test(name)) element.nonce = nonce;
    return element;
  };
  Object.assign(frame, { __nonce__: nonce });
}

/** Remembers every stream the frame is given, so that camera and microphone lights go out at once. */
function trackMedia(frame: FrameWindow): () => void {
  const streams = new Set<WeakRef<MediaStream>>();
  // Absent in an insecure context; the SDK says so itself, as error 5000.
  const devices: MediaDevices | undefined = frame.navigator.mediaDevices;
  for (const method of ['getUserMedia', 'getDisplayMedia'] as const) {
    const original = devices?.[method]?.bind(devices);
    if (original === undefined) continue;
    devices[method] = async (constraints) => {
      const stream = await original(constraints);
      streams.add(new WeakRef(stream));
      return stream;
    };
  }
  return () => {
    for (const stream of streams) for (const track of stream.deref()?.getTracks() ?? []) track.stop();
  };
}
