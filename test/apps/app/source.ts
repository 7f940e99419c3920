import { type ScriptSource, type SdkSource, selfHosted, zoomCdn } from 'react-zoom-join';
import { createMeetingSimulator, type MeetingSimulatorOptions } from 'react-zoom-join/testing';

let simulator = createMeetingSimulator();

/** Returns the simulated meeting that `sdk: 'practice'` joins. */
export const practice = () => simulator;

export function practise(options: MeetingSimulatorOptions): void {
  simulator = createMeetingSimulator(options);
}

/** @param sdk A base URL, `cdn`, `cdn/` with a version, or `modules`. */
export function scriptsOf(sdk: string, integrity?: Record<string, string>): ScriptSource {
  const [, version] = sdk.split('cdn/');
  if (sdk === 'modules') return MODULES;
  return sdk === 'cdn' || version ? zoomCdn(version, { integrity }) : selfHosted(sdk);
}

/** The SDK as an ES module, under another name than it has today. */
const MODULES: ScriptSource = {
  id: 'modules',
  scripts: [
    '/zoom-sdk/lib/vendor/react.min.js',
    '/zoom-sdk/lib/vendor/react-dom.min.js',
    '/zoom-sdk/component-view.mjs',
  ],
  type: 'module',
  export: 'client',
  assetPath: '/zoom-sdk/lib/av',
};

/** @param sdk What `scriptsOf` takes, or `practice`. */
export const sourceOf = (sdk: string, integrity?: Record<string, string>): SdkSource =>
  sdk === 'practice' ? simulator.sdk : scriptsOf(sdk, integrity);
