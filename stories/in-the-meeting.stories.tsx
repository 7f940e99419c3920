import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin } from 'react-zoom-join';
import { expect, waitFor } from 'storybook/test';
import { practiceIn } from '../.storybook/practice.tsx';
import { args, argTypes } from './support/controls.ts';
import { nine, two } from './support/people.ts';
import { until, untilSeen } from './support/play.ts';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Life of a meeting/In the meeting',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

export const Alone: Story = {
  parameters: { practice: { people: [] } },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Ada Lovelace');
  },
};

export const TwoPeople: Story = {
  parameters: { practice: { people: ['Grace Hopper'] } },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Grace Hopper', 'Ada Lovelace');
  },
};

export const NinePeople: Story = {
  parameters: { practice: { people: nine } },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, ...nine);
  },
};

export const SomebodyComes: Story = {
  play: async ({ canvasElement, args: { onUserAdded } }) => {
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).participants.add('Katherine Johnson');
    await untilSeen(canvasElement, 'Katherine Johnson');
    await expect(onUserAdded).toHaveBeenLastCalledWith([
      expect.objectContaining({ displayName: 'Katherine Johnson' }),
    ]);
  },
};

export const SomebodyWrites: Story = {
  play: async ({ canvasElement, args: { onChatMessage } }) => {
    await until(canvasElement, 'joined');
    const { participants } = practiceIn(canvasElement);
    const [grace] = participants.list();
    participants.say(grace?.userId ?? 0, 'Can everybody see the slides?');
    await waitFor(() =>
      expect(onChatMessage).toHaveBeenCalledWith(
        expect.objectContaining({ sender: expect.objectContaining({ name: 'Grace Hopper' }) }),
      ),
    );
  },
};

/** The host makes the user a host, and Zoom’s own controls change. */
export const MadeHost: Story = {
  play: async ({ canvasElement, args: { onUserUpdated } }) => {
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).host.promote();
    await expect(onUserUpdated).toHaveBeenCalledWith(
      expect.arrayContaining([expect.objectContaining({ isHost: true })]),
    );
  },
};

export const PutBackIntoTheWaitingRoom: Story = {
  play: async ({ canvasElement, args: { onWaiting } }) => {
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).host.putOnHold();
    await until(canvasElement, 'waiting');
    await expect(onWaiting).toHaveBeenCalledWith({ for: 'admission' });
  },
};

/** The connection is lost. The screen covers the frozen meeting until it is back. */
export const Reconnecting: Story = {
  play: async ({ canvasElement, args: { onReconnecting } }) => {
    await until(canvasElement, 'joined');
    const { network } = practiceIn(canvasElement);
    // Requests hang instead of failing, so that the SDK keeps trying.
    network.setLatency(3_600_000);
    await network.drop();
    await until(canvasElement, 'reconnecting');
    await untilSeen(canvasElement, 'Reconnecting');
    await expect(onReconnecting).toHaveBeenCalledOnce();
  },
};

export const BackAgain: Story = {
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await practiceIn(canvasElement).network.failover();
    await until(canvasElement, 'joined');
  },
};
