import type { FixtureProps } from '../fixture.ts';
import { Meeting } from '../meeting.tsx';

export interface SceneProps {
  /** The component's props. */
  readonly meeting: FixtureProps;
}

/** The component by itself. */
export const Plain = ({ meeting }: SceneProps) => <Meeting {...meeting} />;
