import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

/** A list that contains the meeting and can change its order. */
export const List = ({ meeting, isMeetingFirst }: SceneProps & { readonly isMeetingFirst: boolean }) => {
  const items = [
    <li key="meeting" style={{ height: 560 }}>
      <Meeting {...meeting} />
    </li>,
    <li key="notes">Notes</li>,
  ];
  return <ul>{isMeetingFirst ? items : items.reverse()}</ul>;
};
