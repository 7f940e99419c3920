import type { RawClient } from '../client/raw-client.ts';

/** The frame's own window: a realm with its own React, its own globals and its own timers. */
export type FrameWindow = Window & typeof globalThis;

/**
 * Where the Zoom Meeting SDK comes from. `zoomCdn()` and `selfHosted()` return one; the meeting simulator brings its own.
 */
export type SdkSource = ScriptSource | ClientSource;

/** Scripts, which are loaded into a frame of their own for each join. */
export interface ScriptSource {
  /** Two sources with the same id are the same source: a render with an equal one does not rejoin. */
  readonly id: string;
  /** The scripts to load into the frame, in this order: React 18.2, ReactDOM 18.2, the SDK. */
  readonly scripts: readonly string[];
  /** Where the SDK finds its audio and video files. Default: the SDK's own, on Zoom's CDN. */
  readonly assetPath?: string;
  /** Called with the frame's window before the first script loads. */
  readonly prepare?: (frame: FrameWindow) => void;
}

/** A client of your own, for unit tests: no frame, no script, no request. */
export interface ClientSource {
  /** Two sources with the same id are the same source. */
  readonly id: string;
  /**
   * Called for each try. The client behaves as the SDK's: `join` resolves to `''`, after which `getCurrentUser()` returns
   * a user until the meeting is over; `connection-change` tells the rest.
   *
   * @param element What the client may draw in.
   */
  readonly createClient: (element: HTMLElement) => RawClient | Promise<RawClient>;
}

/** The SDK version that this package is tested with. */
export const SDK_VERSION = '6.2.0';

/**
 * Loads the SDK from Zoom's CDN, `https://source.zoom.us`.
 *
 * @param version The SDK's version. Default: the one this package is tested with ({@link SDK_VERSION}).
 *   Zoom retires old versions every quarter (error 10000), so keep it fresh.
 */
export function zoomCdn(version: string = SDK_VERSION): ScriptSource {
  const base = `https://source.zoom.us/${version}`;
  return {
    id: base,
    scripts: [
      `${base}/lib/vendor/react.min.js`,
      `${base}/lib/vendor/react-dom.min.js`,
      `${base}/zoom-meeting-embedded-${version}.min.js`,
    ],
    assetPath: `${base}/lib/av`,
  };
}

/**
 * Loads the SDK from your own server: the files of the npm package's `dist` folder, as
 * `zoomSdkAssets()` of `react-zoom-join/vite` serves them.
 *
 * @param baseUrl Where those files are, relative to the page or absolute. Default: `/zoom-sdk`.
 */
export function selfHosted(baseUrl = '/zoom-sdk'): ScriptSource {
  const base = baseUrl.replace(/\/+$/, '');
  return {
    id: base,
    scripts: [
      `${base}/lib/vendor/react.min.js`,
      `${base}/lib/vendor/react-dom.min.js`,
      // Not the ES5 build beside it: this one is 0.6 MB smaller and does the same.
      `${base}/zoomus-websdk-embedded.umd.min.js`,
    ],
    assetPath: `${base}/lib/av`,
  };
}
