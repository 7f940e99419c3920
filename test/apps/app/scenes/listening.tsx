import { Meeting } from '../meeting.tsx';
import { tell } from '../told.ts';
import type { SceneProps } from './plain.tsx';

/** A meeting with a handler for connection changes. */
export const Listening = ({ meeting }: SceneProps) => (
  <Meeting
    {...meeting}
    onConnectionChange={({ state, reason }) => tell(`onConnectionChange:${[state, reason].filter(Boolean)}`)}
  />
);
