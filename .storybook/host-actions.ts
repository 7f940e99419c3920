import type { MeetingSimulator } from 'react-zoom-join/testing';

/** The events between the "Play the host" panel (in Storybook's own window) and the story (in its frame). */
export const PLAY_HOST = 'react-zoom-join/play-host';
export const HOST_PLAYED = 'react-zoom-join/host-played';

export interface HostAction {
  readonly group: 'People' | 'You' | 'The meeting' | 'The network';
  readonly label: string;
  readonly act: (meeting: MeetingSimulator) => unknown;
}

const GUESTS = [
  'Katherine Johnson',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Radia Perlman',
  'Tim Berners-Lee',
  'Margaret Hamilton',
  'Linus Torvalds',
];

const guests = ({ participants }: MeetingSimulator) =>
  participants.list().filter(({ name }) => GUESTS.includes(name));

export const hostActions: readonly HostAction[] = [
  {
    group: 'People',
    label: 'Add somebody',
    act: (meeting) => {
      const here = guests(meeting).map(({ name }) => name);
      return meeting.participants.add(GUESTS.find((name) => !here.includes(name)) ?? 'Somebody else');
    },
  },
  {
    group: 'People',
    label: 'Somebody leaves',
    act: (meeting) => {
      const last = guests(meeting).at(-1);
      return last && meeting.participants.remove(last.userId);
    },
  },
  {
    group: 'People',
    label: 'Somebody writes',
    act: ({ participants }) => {
      const [first] = participants.list();
      if (first !== undefined) participants.say(first.userId, 'Can everybody see the slides?');
    },
  },
  { group: 'You', label: 'Admit', act: ({ host }) => host.admit() },
  { group: 'You', label: 'To the waiting room', act: ({ host }) => host.putOnHold() },
  { group: 'You', label: 'Make host', act: ({ host }) => host.promote() },
  { group: 'You', label: 'Remove', act: ({ host }) => host.remove() },
  { group: 'You', label: 'Join elsewhere', act: ({ host }) => host.joinElsewhere() },
  { group: 'The meeting', label: 'Start', act: ({ host }) => host.start() },
  { group: 'The meeting', label: 'End for all', act: ({ host }) => host.end() },
  { group: 'The meeting', label: 'Reach the time limit', act: ({ host }) => host.endByTimeLimit() },
  { group: 'The network', label: 'Drop', act: ({ network }) => network.drop() },
  { group: 'The network', label: 'Restore', act: ({ network }) => network.restore() },
];
