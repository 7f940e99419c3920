import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { joinPractice } from '../support/practice.tsx';

afterEach(cleanup);

describe.each(['webrtc', 'legacy'] as const)('people in the %s layout', (layout) => {
  it('come, change and leave, and each call settles when the SDK knows', async () => {
    const onUserUpdated = vi.fn();
    const onUserRemoved = vi.fn();
    const { simulator, until, ref } = joinPractice({ layout, props: { onUserUpdated, onUserRemoved } });
    await until('joined');
    const list = () => ref.current?.client?.getAttendeeslist() ?? [];

    const { userId } = await simulator.participants.add({ name: 'Katherine Johnson', video: false });
    expect(list().find((one) => one.userId === userId)).toMatchObject({
      userName: 'Katherine Johnson',
      muted: true,
    });

    await simulator.participants.update(userId, { muted: false, raisedHand: true });
    expect(list().find((one) => one.userId === userId)).toMatchObject({ muted: false });
    expect(onUserUpdated).toHaveBeenCalledWith([expect.objectContaining({ userId, muted: false })]);

    await simulator.participants.remove(userId);
    expect(list().map((one) => one.userId)).not.toContain(userId);
    expect(onUserRemoved).toHaveBeenCalledWith([expect.objectContaining({ userId })]);
  });

  it('have faces on their tiles', async () => {
    const { until, frameDocument } = joinPractice({ layout });
    await until('joined');
    await expect
      .poll(() => {
        const videos = frameDocument()?.querySelectorAll<HTMLVideoElement>('video-player video') ?? [];
        return [...videos].filter((video) => video.srcObject !== null && video.videoWidth > 0).length;
      })
      .toBeGreaterThan(0);
  });
});

describe('the host and the network', () => {
  it('put on hold and admit', async () => {
    const { simulator, until, status } = joinPractice();
    await until('joined');
    await simulator.host.putOnHold();
    expect(status()).toBe('waiting');
    await simulator.host.admit();
    expect(status()).toBe('joined');
  });

  it('make somebody host', async () => {
    const { simulator, until, ref } = joinPractice();
    await until('joined');
    expect(ref.current?.client?.isHost()).toBe(false);
    await simulator.host.promote();
    expect(ref.current?.client?.isHost()).toBe(true);
  });

  it('fail over and come back', async () => {
    const { simulator, until, status, log } = joinPractice();
    await until('joined');
    await simulator.network.failover();
    expect(status()).toBe('joined');
    expect(log).toContain('onReconnecting');
  });

  it('fail as told, and succeed again', async () => {
    const { simulator, until, ref } = joinPractice({ props: { autoJoin: false } });
    simulator.fail(4006);
    ref.current?.join();
    await until('failed');
    expect(ref.current?.error).toMatchObject({ code: 'meeting-locked', zoomCode: 4006 });
    simulator.fail(null);
    ref.current?.join();
    await until('joined');
  });

  it('say who leaves, when somebody leaves', async () => {
    const { simulator, until, ref } = joinPractice();
    await until('joined');
    expect(simulator.participants.list().map(({ name }) => name)).toContain('Ada Lovelace');
    ref.current?.leave();
    await expect
      .poll(() => simulator.participants.list().map(({ name }) => name))
      .not.toContain('Ada Lovelace');
  });

  it('refuse what makes no sense', async () => {
    const { simulator } = joinPractice({ props: { autoJoin: false } });
    await expect(simulator.participants.remove(1)).rejects.toThrow(/userId 1/);
    expect(() => simulator.fail(1 as never)).toThrow(/fail\(1\)/);
  });
});
