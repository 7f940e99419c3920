import type { ScreenProps } from 'react-zoom-join';
import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

/** An app's own idle screen, which asks the user before it joins. */
export const Consent = ({ meeting }: SceneProps) => (
  <Meeting {...meeting} autoJoin={false} screens={{ idle: Gate }} />
);

const Gate = ({ join }: ScreenProps) => (
  <p>
    This meeting is recorded.{' '}
    <button type="button" onClick={join}>
      I agree
    </button>
  </p>
);
