import type { RawClient } from '../client/raw-client.ts';
import {
  cdnScript,
  MEDIA_FOLDER,
  REACT_DOM_SCRIPT,
  REACT_SCRIPT,
  SDK_SCRIPT,
} from '../profile/file-names.ts';
import { SDK_VERSION } from '../profile/versions.ts';
import type { Integrity } from './integrity.ts';

/** The window of the frame. It has its own React, its own globals and its own timers. */
export type FrameWindow = Window & typeof globalThis;

/**
 * Where the Zoom Meeting SDK is loaded from. `zoomCdn()` and `selfHosted()` return a source; the meeting simulator
 * has its own.
 */
export type SdkSource = ScriptSource | ClientSource;

/** A source that consists of scripts. Each attempt loads them into a new frame. */
export interface ScriptSource {
  /** Identifies the source. If a render passes another source with the same id, the component does not rejoin. */
  readonly id: string;
  /** The scripts to load into the frame, in this order: React 18.2, ReactDOM 18.2, the SDK. */
  readonly scripts: readonly string[];
  /**
   * What the last of `scripts` is. An ES `module` runs after the others. To find React, it needs an import map, which
   * this package writes into the frame. Under a Content-Security-Policy, that needs `nonce` or `'unsafe-inline'`.
   * Default: `classic`.
   */
  readonly type?: 'classic' | 'module' | undefined;
  /** With `module`: the name of the export that has `createClient`. Default: `default`. */
  readonly export?: string | undefined;
  /**
   * With `module`: the URLs of the modules that it imports by name, such as `{ react: '/react.mjs' }`. Default: `react`,
   * `react-dom` and `react-dom/client` are those of the scripts before it, by `data:` URLs.
   */
  readonly imports?: Readonly<Record<string, string>> | undefined;
  /** The URL of the SDK's audio and video files. Default: the SDK's own, on Zoom's CDN. */
  readonly assetPath?: string | undefined;
  /** Hashes of the scripts and of the media script. Others, such as WebAssembly files, can't be pinned. */
  readonly integrity?: Integrity | undefined;
  /** Called with the frame's window before the first script loads. */
  readonly prepare?: (frame: FrameWindow) => void;
}

/** A source with a client of your own, for unit tests. There is no frame, no script and no request. */
export interface ClientSource {
  /** Identifies the source. If a render passes another source with the same id, the component does not rejoin. */
  readonly id: string;
  /**
   * Called for each attempt. The client must behave like the SDK's: `join` resolves to `''`, `getCurrentUser()`
   * then returns a user until the meeting is over, and `connection-change` reports everything else.
   *
   * @param element The element that the client may render into.
   */
  readonly createClient: (element: HTMLElement) => RawClient | Promise<RawClient>;
}

/**
 * Loads the SDK from Zoom's CDN, `https://source.zoom.us`.
 *
 * @param version The SDK's version. Default: the version that this package is tested with ({@link SDK_VERSION}).
 *   Zoom retires old versions every quarter (error 10000), so keep it up to date.
 * @param options.integrity Hashes of the files of this version, by file name: `{ 'react.min.js': 'sha384-…' }`. If a
 *   file differs, the join fails. Default: none. Zoom publishes no hashes, and the CDN's main script is not in the npm
 *   package: `npm run test:smoke` in this package's repository prints those that the CDN sends.
 */
export function zoomCdn(
  version: string = SDK_VERSION,
  { integrity }: { integrity?: Integrity | undefined } = {},
): ScriptSource {
  return { ...filesIn(`https://source.zoom.us/${version}`, cdnScript(version)), integrity };
}

/**
 * Loads the SDK from your own server. It needs the files of the npm package's `dist` folder, which
 * `zoomSdkAssets()` of `react-zoom-join/vite` serves.
 *
 * @param baseUrl The URL of these files, absolute or relative to the page's URL, whatever its `<base>` says. Default:
 *   `/zoom-sdk`.
 */
export function selfHosted(baseUrl = '/zoom-sdk'): ScriptSource {
  return filesIn(baseUrl.replace(/\/+$/, ''), SDK_SCRIPT);
}

const filesIn = (base: string, script: string): ScriptSource => ({
  id: base,
  scripts: [REACT_SCRIPT, REACT_DOM_SCRIPT, script].map((file) => `${base}/${file}`),
  assetPath: `${base}/${MEDIA_FOLDER}`,
});
