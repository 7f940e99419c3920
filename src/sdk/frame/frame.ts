import { SdkLoadError } from '../loading/load-sdk.ts';
import type { FrameWindow } from '../loading/source.ts';
import { guardFocus } from './focus-guard.ts';
import { keepQuiet } from './quiet.ts';
import { isolateStorage } from './storage.ts';
import { letStringsPass } from './trusted-types.ts';

export interface FrameOptions {
  /** The accessible name of the frame, for screen readers. */
  title: string;
  /** The language of the frame's document, such as `en-US`. */
  language?: string | undefined;
  /**
   * For a Content-Security-Policy with nonces: set on every script, style and link created in the frame's document.
   */
  nonce?: string | undefined;
  /** Whether everything that the SDK prints reaches the browser's console. Default: `false`. */
  debug?: boolean | undefined;
  /**
   * Called when the frame's document unloads without a call to `remove`. This is the last moment at which it can
   * send something.
   */
  onUnload: () => void;
  /**
   * Called with the reason, one task later. For `page-closed` it is called at once, because no task runs
   * afterwards.
   */
  onGone: (why: FrameEnd) => void;
}

/**
 * Why a frame's document was unloaded:
 * - `moved`: the frame was removed from its document, and perhaps inserted again, which reloads it without content.
 * - `page-closed`: the page was closed, reloaded, or left for another page.
 * - `reloaded`: the document reloaded itself, as the SDK does for some settings.
 */
export type FrameEnd = 'moved' | 'page-closed' | 'reloaded';

/** The document that the SDK runs in. It shares the page's URL and origin, and nothing else. */
export interface MeetingFrame {
  readonly window: FrameWindow;
  /** The element that the SDK renders into. */
  readonly root: HTMLElement;
  /** Adds CSS rules to the document. */
  addStyle(css: string): void;
  /**
   * Moves the frame into another element. If that would reload the frame, removes it instead, which counts as
   * `moved`.
   */
  moveTo(host: HTMLElement): void;
  /** Stops every media track and removes the frame with everything in it. */
  remove(): void;
}

const PERMISSIONS =
  'camera; microphone; display-capture; autoplay; fullscreen; clipboard-read; clipboard-write';

/**
 * Creates the frame inside `host`. The document is written rather than loaded, because only then does it have the
 * page's URL and origin, which the SDK sends to Zoom.
 *
 * @throws {SdkLoadError} if the page's Trusted Types policy forbids it
 */
export function createFrame(host: HTMLElement, options: FrameOptions): MeetingFrame {
  const iframe = host.ownerDocument.createElement('iframe');
  iframe.title = options.title;
  iframe.allow = PERMISSIONS;
  // An iframe is focusable anyway, but focus traps look for the attribute.
  iframe.tabIndex = 0;
  Object.assign(iframe.style, {
    border: '0',
    display: 'block',
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    // As that of the document. Otherwise a dark page would make the document opaque. `normal` would be that of the page
    // if it has a <meta name="color-scheme">.
    colorScheme: 'light',
    // The colour of Zoom's own widget. It hides the edge where the widget does not fill the frame, and avoids white
    // before it renders.
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

  if (!options.debug) keepQuiet(frame);
  isolateStorage(frame);
  guardFocus(frame);
  const stopMedia = trackMedia(frame);
  const page = host.ownerDocument.defaultView ?? window;
  const listening = new AbortController();
  // After a reload, the frame would contain the app, because it has the page's URL. The listener has to remove the
  // frame.
  frame.addEventListener(
    'pagehide',
    () => {
      options.onUnload();
      setTimeout(() => {
        // A moved frame has a different window, or none.
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
        // One of the two is in another document, or in none, or the browser lacks `moveBefore`.
      }
      if (iframe.parentNode !== next) iframe.remove();
    },
    remove() {
      listening.abort();
      stopMedia();
      iframe.remove();
    },
  };
}

/**
 * Two libraries insert the SDK's styles: emotion, which gets no nonce from the SDK, and goober, which reads it from
 * the window.
 */
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

/**
 * Remembers every stream that the frame gets, so that the lights of the camera and the microphone go out at once.
 */
function trackMedia(frame: FrameWindow): () => void {
  const streams = new Set<WeakRef<MediaStream>>();
  // Missing in an insecure context, which the SDK itself reports as error 5000.
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
