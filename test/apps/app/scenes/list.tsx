import { Meeting } from '../meeting.tsx';
import type { SceneProps } from './plain.tsx';

/** A list with the meeting in it, in an order that may change. */
export const List = ({ meeting, isMeetingFirst }: SceneProps & { readonly isMeetingFirst: boolean }) => {
  const items = [
    <li key="meeting" style={{ height: 560 }}>
      <Meeting {...meeting} />
    </li>,
    <li key="notes">Notes</li>,
  ];
  return <ul>{isMeetingFirst ? items : items.reverse()}</ul>;
};
