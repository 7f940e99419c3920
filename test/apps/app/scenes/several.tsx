import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

/** Several meetings in one page. The handle is that of the last one. */
export const Several = ({ meeting, count }: SceneProps & { readonly count: number }) =>
  Array.from({ length: count }, (_, index) => `meeting ${index}`).map((key) => (
    <Meeting {...meeting} key={key} />
  ));
