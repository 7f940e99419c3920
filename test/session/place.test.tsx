import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MeetingOptions } from '../../src/session/options.ts';
import { MeetingPlace } from '../../src/session/place.ts';
import { createMeetingSimulator } from '../../src/testing/index.ts';
import { fakeSignature } from '../support/fake-signature.ts';

afterEach(() => document.body.replaceChildren());

function place(options: Partial<MeetingOptions> = {}) {
  const host = document.createElement('div');
  Object.assign(host.style, { position: 'relative', width: '640px', height: '400px' });
  document.body.append(host);
  const simulator = createMeetingSimulator();
  const log: string[] = [];
  const meeting = new MeetingPlace({
    meeting: '123 4567 8901',
    userName: 'Ada',
    getSignature: () => fakeSignature(),
    sdk: simulator.sdk,
    onStatusChange: ({ status }) => log.push(status),
    onLeft: ({ reason }) => log.push(`onLeft:${reason}`),
    ...options,
  });
  const status = () => meeting.getSnapshot().state.status;
  const until = (wanted: string) => vi.waitUntil(() => status() === wanted, { timeout: 15_000, interval: 5 });
  return { host, meeting, log, status, until, simulator };
}

describe('a place for a meeting, without React', () => {
  it('can be given up twice, and taken again', async () => {
    const { host, meeting, log, until, status } = place();
    const leave = meeting.mount(host, true);
    await until('joined');
    leave();
    leave();
    expect(status()).toBe('idle');
    expect(host.children).toHaveLength(0);
    expect(log.filter((entry) => entry.startsWith('onLeft'))).toEqual(['onLeft:unmount']);
    const again = meeting.mount(host, true);
    await until('joined');
    again();
  });

  it('can be left while the join is still being loaded', async () => {
    const { host, meeting, log, status } = place();
    const giveUp = meeting.mount(host, false);
    meeting.join();
    expect(status()).toBe('authorizing');
    meeting.leave();
    expect(status()).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(status()).toBe('left');
    expect(log).toEqual(['left', 'onLeft:user']);
    expect(host.children).toHaveLength(0);
    giveUp();
  });

  it('joins once however often it is asked', async () => {
    const getSignature = vi.fn(() => fakeSignature());
    const { host, meeting, until } = place({ getSignature });
    const giveUp = meeting.mount(host, true);
    for (let i = 0; i < 5; i += 1) meeting.join();
    await until('joined');
    meeting.join();
    expect(getSignature).toHaveBeenCalledTimes(1);
    expect(host.children).toHaveLength(1);
    giveUp();
  });

  it('aborts the signature that is no longer wanted', async () => {
    let signal: AbortSignal | undefined;
    const { host, meeting } = place({
      getSignature: (request) => {
        signal = request.signal;
        return new Promise(() => {});
      },
    });
    const giveUp = meeting.mount(host, true);
    await vi.waitUntil(() => signal !== undefined);
    expect(signal?.aborted).toBe(false);
    giveUp();
    expect(signal?.aborted).toBe(true);
  });

  it('asks with the number, the role, the reason and the count of tries', async () => {
    const getSignature = vi.fn(() => fakeSignature({ mn: 'other' }));
    const { host, meeting, until } = place({ getSignature, meeting: '123-4567-8901', role: 'host' });
    const giveUp = meeting.mount(host, true);
    await until('failed');
    meeting.retry();
    await vi.waitUntil(() => getSignature.mock.calls.length === 2);
    expect(getSignature.mock.calls).toMatchObject([
      [{ meeting: '123-4567-8901', meetingNumber: '12345678901', role: 1, reason: 'join', attempt: 1 }],
      [{ reason: 'retry', attempt: 2 }],
    ]);
    giveUp();
  });

  it('goes on when a handler throws or rejects, and reports it', async () => {
    const reported: unknown[] = [];
    const listener = (event: ErrorEvent) => {
      event.preventDefault();
      reported.push(event.message);
    };
    window.addEventListener('error', listener);
    const { host, meeting, until } = place({
      onStatusChange: () => {
        throw new Error('thrown by a handler');
      },
      onJoined: () => Promise.reject(new Error('rejected by a handler')) as never,
    });
    const giveUp = meeting.mount(host, true);
    await until('joined');
    await expect.poll(() => reported.join()).toMatch(/thrown by a handler.*rejected by a handler/);
    giveUp();
    window.removeEventListener('error', listener);
  });

  it('can be given up from inside any handler', async () => {
    for (const wanted of ['authorizing', 'loading', 'joining', 'joined']) {
      let giveUp = () => {};
      const seen: string[] = [];
      const { host, meeting } = place({
        onStatusChange: ({ status }) => {
          seen.push(status);
          if (status === wanted) giveUp();
        },
      });
      giveUp = meeting.mount(host, true);
      await vi.waitUntil(() => seen.includes(wanted), { timeout: 15_000 });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(seen.at(-1)).toBe(wanted);
      expect(host.children).toHaveLength(0);
    }
  });
});
