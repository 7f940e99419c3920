import { useState } from 'react';
import type { ParticipantChange, ZoomJoinProps } from 'react-zoom-join';

type People = ReadonlyMap<number, ParticipantChange>;

/** Who is in the meeting, as state: set once a frame at most, however much happens in it. */
export function usePeople(): [people: People, handlers: Partial<ZoomJoinProps>] {
  const [people, setPeople] = useState<People>(new Map());
  const [handlers] = useState<Partial<ZoomJoinProps>>(() => {
    const now = new Map<number, ParticipantChange>();
    let frame = 0;
    const show = () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        setPeople(new Map(now));
      });
    };
    return {
      onUserAdded: (added) => {
        for (const person of added) now.set(person.userId, person);
        show();
      },
      onUserUpdated: (changes) => {
        for (const change of changes) {
          const person = now.get(change.userId);
          if (person !== undefined) now.set(change.userId, { ...person, ...change });
        }
        show();
      },
      onUserRemoved: (removed) => {
        for (const { userId } of removed) now.delete(userId);
        show();
      },
      // Another meeting, none, or the same one anew: after a lost connection the SDK tells of everybody again.
      onStatusChange: ({ status }) => {
        if (!['authorizing', 'reconnecting', 'left', 'failed'].includes(status)) return;
        now.clear();
        show();
      },
    };
  });
  return [people, handlers];
}
