import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { type ScriptSource, type SdkSource, selfHosted } from 'react-zoom-join';
import {
  createMeetingSimulator,
  type MeetingSimulator,
  type MeetingSimulatorOptions,
  type SimulatedFailureCode,
} from 'react-zoom-join/testing';
import { addons } from 'storybook/preview-api';
import { HOST_PLAYED, hostActions, PLAY_HOST } from './host-actions.ts';

/**
 * The source of the SDK's files. The path is relative to Storybook's base URL, so that it also works in a server's
 * subfolder.
 */
const sdkFiles: ScriptSource = selfHosted(`${import.meta.env.BASE_URL}zoom-sdk`);

const simulators = new WeakMap<Element, MeetingSimulator>();

/** Returns the simulated meeting of the story in `canvas`, for its play function. */
export function practiceIn(canvas: HTMLElement): MeetingSimulator {
  const place = canvas.querySelector('[data-practice]');
  const simulator = place === null ? undefined : simulators.get(place);
  if (simulator === undefined) throw new Error('No practice meeting is in this story.');
  return simulator;
}

/** The type of a story's `parameters.practice`. */
interface PracticeOptions extends MeetingSimulatorOptions {
  /** The error number with which Zoom refuses joins. */
  fail?: SimulatedFailureCode;
}

export interface PracticeProps {
  options: PracticeOptions;
  children: (sdk: SdkSource) => ReactNode;
}

/** Provides a simulated meeting while the story is mounted. The "Play the host" panel acts on it. */
export function Practice({ options, children }: PracticeProps): ReactElement {
  const [simulator] = useState(() => createPractice(options));
  useEffect(() => {
    const channel = addons.getChannel();
    const play = async (label: string) => {
      try {
        await hostActions.find((action) => action.label === label)?.act(simulator);
        channel.emit(HOST_PLAYED, `${label}: done.`);
      } catch (error) {
        channel.emit(HOST_PLAYED, error instanceof Error ? error.message : String(error));
      }
    };
    channel.on(PLAY_HOST, play);
    return () => channel.off(PLAY_HOST, play);
  }, [simulator]);
  return (
    <div
      data-practice=""
      style={{ display: 'contents' }}
      ref={(place) => {
        if (place !== null) simulators.set(place, simulator);
      }}
    >
      {children(simulator.sdk)}
    </div>
  );
}

function createPractice({ fail, ...options }: PracticeOptions): MeetingSimulator {
  const simulator = createMeetingSimulator({ sdk: sdkFiles, ...options });
  if (fail !== undefined) simulator.fail(fail);
  return simulator;
}
