import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { createMeetingSimulator, type MeetingSimulatorOptions } from 'react-zoom-join/testing';
import { fn } from 'storybook/test';
import { practiceSignature } from './practice-signature.ts';

const meta: Meta<typeof ZoomJoin> = {
  title: 'ZoomJoin',
  component: ZoomJoin,
  args: {
    meeting: '123 4567 8901',
    userName: 'Ada Lovelace',
    getSignature: practiceSignature,
    onStatusChange: fn(),
    onJoined: fn(),
    onWaiting: fn(),
    onReconnecting: fn(),
    onLeft: fn(),
    onError: fn(),
    onUserAdded: fn(),
    onUserRemoved: fn(),
  },
  argTypes: {
    view: { control: 'select', options: ['gallery', 'speaker', 'active', 'ribbon', 'minimized'] },
    role: { control: 'inline-radio', options: ['participant', 'host'] },
    sdk: { control: false },
  },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

/** A story with a practice meeting of its own: the real SDK, no network. */
function practice(
  options: MeetingSimulatorOptions,
  args: Story['args'] = {},
  prepare?: (code: Practice) => void,
): Story {
  const simulator = createMeetingSimulator(options);
  prepare?.(simulator);
  return { args: { sdk: simulator.sdk, ...args } };
}
type Practice = ReturnType<typeof createMeetingSimulator>;

const two = ['Grace Hopper', 'Alan Turing'];
const nine = [
  ...two,
  'Katherine Johnson',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Radia Perlman',
  'Margaret Hamilton',
];

/** The meeting, where it stands. */
export const InAMeeting: Story = practice({ topic: 'Analytical engines', people: two });

export const NinePeople: Story = practice({ people: nine });

export const SpeakerView: Story = practice({ people: two }, { view: 'speaker' });

export const StackedLayout: Story = practice({ people: two, layout: 'legacy' });

export const EverythingHidden: Story = practice({ people: two }, { hideMeetingInfo: true });

export const InGerman: Story = practice({ people: two }, { language: 'de-DE' });

export const WaitingRoom: Story = practice({ people: two, waitingRoom: true });

/** Nothing is loaded before the click. */
export const Idle: Story = practice({ people: two }, { autoJoin: false });

export const NotStarted: Story = practice({ started: false });

export const WrongPasscode: Story = practice({ passcode: 'right' });

export const Expired: Story = practice({}, {}, (simulator) => simulator.fail(3705));
