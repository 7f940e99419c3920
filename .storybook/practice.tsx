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

/** The SDK's files, wherever this Storybook stands: below a folder of some server, too. */
export const sdkFiles: ScriptSource = selfHosted(`${import.meta.env.BASE_URL}zoom-sdk`);

const simulators = new WeakMap<Element, MeetingSimulator>();

/** The practice meeting of the story in `canvas`, for its play function. */
export function practiceIn(canvas: HTMLElement): MeetingSimulator {
  const place = canvas.querySelector('[data-practice]');
  const simulator = place === null ? undefined : simulators.get(place);
  if (simulator === undefined) throw new Error('No practice meeting is in this story.');
  return simulator;
}

/** `parameters.practice` of a story. */
export interface PracticeOptions extends MeetingSimulatorOptions {
  /** The number that Zoom refuses joins with. */
  fail?: SimulatedFailureCode;
}

export interface PracticeProps {
  options: PracticeOptions;
  children: (sdk: SdkSource) => ReactNode;
}

/** A practice meeting for as long as the story is shown; the "Play the host" panel acts on it. */
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
