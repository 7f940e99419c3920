import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

interface MeasuredProps extends SceneProps {
  readonly kinds: readonly ('Audio' | 'Video' | 'Share')[];
}

/** A meeting with handlers for these kinds of statistics. */
export const Measured = ({ meeting, kinds }: MeasuredProps) => {
  const handlers = Object.fromEntries(kinds.map((kind) => [`on${kind}StatisticDataChange`, () => {}]));
  return <Meeting {...meeting} {...handlers} />;
};
