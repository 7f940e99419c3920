import * as React from 'react';
import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

// React 18 has no `Activity`, and bundlers refuse to import a name that does not exist.
const Activity = (React as Partial<typeof React>).Activity ?? React.Fragment;

/** A route or tab that an app keeps mounted while another one is shown. */
export const Hidden = ({ meeting, isHidden }: SceneProps & { readonly isHidden: boolean }) => (
  <Activity mode={isHidden ? 'hidden' : 'visible'}>
    <Meeting {...meeting} />
  </Activity>
);
