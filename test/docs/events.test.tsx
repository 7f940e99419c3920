import { cleanup, render, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import docs from '../../docs/events.md?raw';
import type { ZoomJoinProps } from '../../src/react/props.ts';
import { ZoomJoin } from '../../src/react/zoom-join.tsx';
import type { ParticipantChange } from '../../src/sdk/client/events.ts';
import { createMeetingSimulator } from '../../src/testing/index.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { usePeople } from './use-people.ts';
import recipe from './use-people.ts?raw';

afterEach(cleanup);

it('docs/events.md has the recipe that is tested here', () => {
  expect(docs).toContain(`\`\`\`ts\n// use-people.ts\n${recipe}\`\`\``);
});

interface RoomProps extends Partial<ZoomJoinProps> {
  onPeople(names: string): void;
}

function Room({ onPeople, ...props }: RoomProps) {
  const [people, handlers] = usePeople();
  onPeople(
    [...people.values()]
      .map(({ displayName }) => displayName)
      .sort()
      .join(),
  );
  return (
    <ZoomJoin
      meeting="123 4567 8901"
      userName="Ada Lovelace"
      getSignature={() => fakeSignature()}
      {...props}
      {...handlers}
    />
  );
}

it('knows who is there, from the first on and through a lost connection', async () => {
  const simulator = createMeetingSimulator({ people: ['Grace Hopper', 'Alan Turing'] });
  const onReconnecting = vi.fn();
  let shown = '';
  const onPeople = (names: string) => {
    shown = names;
  };
  const { unmount } = render(<Room {...{ sdk: simulator.sdk, onReconnecting, onPeople }} />);
  const names = () => shown;
  await expect.poll(names).toBe('Ada Lovelace,Alan Turing,Grace Hopper');

  const { userId } = await simulator.participants.add('Katherine Johnson');
  await expect.poll(names).toContain('Katherine Johnson');
  await simulator.participants.update(userId, { name: 'Katherine Goble' });
  await expect.poll(names).toContain('Katherine Goble');
  await simulator.participants.remove(userId);
  await expect.poll(names).toBe('Ada Lovelace,Alan Turing,Grace Hopper');

  await simulator.network.failover();
  expect(onReconnecting).toHaveBeenCalled();
  await expect.poll(names).toBe('Ada Lovelace,Alan Turing,Grace Hopper');

  await simulator.network.drop();
  await expect.poll(() => onReconnecting.mock.calls.length).toBe(2);
  await simulator.network.restore();
  await expect.poll(names).toBe('Ada Lovelace,Alan Turing,Grace Hopper');
  unmount();
});

/**
 * Calls `hear` 500 times, each in a task of its own, as the SDK does. Resolves to the number of frames this took.
 */
async function call500(hear: (person: ParticipantChange) => void): Promise<number> {
  let frames = 0;
  let isOver = false;
  const count = () => {
    frames += 1;
    if (!isOver) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const { port1, port2 } = new MessageChannel();
  for (let userId = 1; userId <= 500; userId += 1) {
    const task = new Promise((resolve) => {
      port1.onmessage = resolve;
    });
    port2.postMessage('');
    await task;
    hear({ userId, displayName: `Person ${userId}` });
  }
  isOver = true;
  return frames;
}

it('renders once a frame, not at each event', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  let renders = 0;
  const { result } = renderHook(() => {
    renders += 1;
    return usePeople();
  });
  const [, { onUserAdded }] = result.current;
  const frames = await call500((person) => onUserAdded?.([person]));
  await expect.poll(() => result.current[0].size).toBe(500);
  expect(renders).toBeLessThanOrEqual(frames + 2);
  expect(renders).toBeLessThan(250);

  // Prove that the count works, with a hook that sets state at each event.
  let others = 0;
  const naive = renderHook(() => {
    others += 1;
    return useState(0);
  });
  await call500(({ userId }) => naive.result.current[1](userId));
  await expect.poll(() => naive.result.current[0]).toBe(500);
  expect(others).toBeGreaterThan(400);
  vi.unstubAllGlobals();
});
