import { type SdkSource, selfHosted, zoomCdn } from 'react-zoom-join';
import { createMeetingSimulator, type MeetingSimulatorOptions } from 'react-zoom-join/testing';

let simulator = createMeetingSimulator();

/** Returns the simulated meeting that `sdk: 'practice'` joins. */
export const practice = () => simulator;

export function practise(options: MeetingSimulatorOptions): void {
  simulator = createMeetingSimulator(options);
}

/** @param sdk A base URL, or `cdn`. */
export const scriptsOf = (sdk: string, integrity?: Record<string, string>) =>
  sdk === 'cdn' ? zoomCdn(undefined, { integrity }) : selfHosted(sdk);

/** @param sdk A base URL, `cdn`, or `practice`. */
export const sourceOf = (sdk: string, integrity?: Record<string, string>): SdkSource =>
  sdk === 'practice' ? simulator.sdk : scriptsOf(sdk, integrity);
