import { afterEach, describe, expect, it, vi } from 'vitest';
import type { JoinSteps, MeetingOptions } from '../../src/session/api/options.ts';
import { MeetingController } from '../../src/session/controller.ts';
import { createMeetingSimulator } from '../../src/testing/index.ts';
import { fakeSignature } from '../support/fake-signature.ts';
import { MOVES_FRAMES } from '../support/moves-frames.ts';

afterEach(() => document.body.replaceChildren());

const newElement = (): HTMLElement => {
  const element = document.createElement('div');
  Object.assign(element.style, { position: 'relative', width: '640px', height: '400px' });
  document.body.append(element);
  return element;
};

function meeting(options: Partial<MeetingOptions> = {}) {
  const element = newElement();
  const simulator = createMeetingSimulator();
  const log: string[] = [];
  const controller = new MeetingController({
    meeting: '123 4567 8901',
    userName: 'Ada',
    getSignature: () => fakeSignature(),
    sdk: simulator.sdk,
    onStatusChange: ({ status }) => log.push(status),
    onLeft: ({ reason }) => log.push(`onLeft:${reason}`),
    ...options,
  });
  const begin = () => {
    const dispose = controller.begin();
    controller.attach(element);
    return dispose;
  };
  const status = () => controller.getSnapshot().state.status;
  const until = (wanted: string) => vi.waitUntil(() => status() === wanted, { timeout: 15_000, interval: 5 });
  return { element, controller, begin, log, status, until, simulator };
}

describe('a controller, without React', () => {
  it('can be ended twice, and begun again', async () => {
    const { element, controller, begin, log, until, status } = meeting();
    const dispose = begin();
    controller.handle.join();
    await until('joined');
    dispose();
    dispose();
    expect(status()).toBe('idle');
    expect(element.children).toHaveLength(0);
    await Promise.resolve();
    expect(log.filter((entry) => entry.startsWith('onLeft'))).toEqual(['onLeft:unmount']);
    const again = begin();
    controller.handle.join();
    await until('joined');
    again();
  });

  it('does nothing once it has been ended', async () => {
    const getSignature = vi.fn(() => fakeSignature());
    const { element, controller, begin, status } = meeting({ getSignature });
    begin()();
    controller.handle.join();
    controller.handle.retry();
    controller.handle.preload();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(status()).toBe('idle');
    expect(getSignature).not.toHaveBeenCalled();
    expect(element.children).toHaveLength(0);
  });

  it('remembers what was asked for before there is an element', async () => {
    const { element, controller, until, status } = meeting();
    controller.handle.join();
    expect(status()).toBe('idle');
    controller.attach(element);
    await until('joined');
    controller.begin()();
  });

  it('waits for an element that is not in the document yet', async () => {
    const { element, controller, begin, until, log } = meeting();
    element.remove();
    const dispose = begin();
    controller.handle.join();
    await until('authorizing');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(log).toEqual(['authorizing']);
    document.body.append(element);
    await until('joined');
    dispose();
  });

  it.runIf(MOVES_FRAMES)('goes on in another element, with the same frame', async () => {
    const { element, controller, begin, until, log } = meeting();
    const dispose = begin();
    controller.handle.join();
    await until('joined');
    const frame = element.querySelector('iframe');
    const { contentWindow } = frame as HTMLIFrameElement;
    const told = [...log];
    const other = newElement();
    controller.attach(other);
    // React does this when it removes an element, and when a component suspends.
    controller.attach(null);
    element.remove();
    expect(other.querySelector('iframe')).toBe(frame);
    expect(frame?.contentWindow).toBe(contentWindow);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(log).toEqual(told);
    dispose();
    expect(other.children).toHaveLength(0);
  });

  it('can be left while the join is still being loaded', async () => {
    const { element, controller, begin, log, status } = meeting();
    const dispose = begin();
    controller.handle.join();
    expect(status()).toBe('authorizing');
    controller.handle.leave();
    expect(status()).toBe('left');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(status()).toBe('left');
    expect(log).toEqual(['left', 'onLeft:user']);
    expect(element.children).toHaveLength(0);
    dispose();
  });

  it('joins once however often it is asked', async () => {
    const getSignature = vi.fn(() => fakeSignature());
    const { element, controller, begin, until } = meeting({ getSignature });
    const dispose = begin();
    for (let i = 0; i < 5; i += 1) controller.handle.join();
    await until('joined');
    controller.handle.join();
    controller.handle.retry();
    expect(getSignature).toHaveBeenCalledTimes(1);
    expect(element.children).toHaveLength(1);
    dispose();
  });

  it('aborts the signature that is no longer wanted', async () => {
    let signal: AbortSignal | undefined;
    const { controller, begin } = meeting({
      getSignature: (_request, context) => {
        signal = context.signal;
        return new Promise(() => {});
      },
    });
    const dispose = begin();
    controller.handle.join();
    await vi.waitUntil(() => signal !== undefined);
    expect(signal?.aborted).toBe(false);
    dispose();
    expect(signal?.aborted).toBe(true);
  });

  it('asks with plain data: the digits, the role, the reason and the count of tries', async () => {
    const getSignature = vi.fn(() => fakeSignature({ mn: 'other' }));
    const { controller, begin, until } = meeting({
      getSignature,
      meeting: { meetingNumber: '123-4567-8901', password: 'secret passcode' },
      role: 'host',
    });
    const dispose = begin();
    controller.handle.join();
    await until('failed');
    controller.handle.retry();
    await vi.waitUntil(() => getSignature.mock.calls.length === 2);
    const request = {
      meeting: '12345678901',
      meetingNumber: '12345678901',
      role: 1,
      videoWebRtcMode: 1,
      reason: 'join',
      attempt: 1,
    };
    const asked = getSignature.mock.calls.map((call) => (call as unknown[])[0]);
    expect(asked).toEqual([request, { ...request, reason: 'retry', attempt: 2 }]);
    expect(JSON.parse(JSON.stringify(asked[0]))).toEqual(request);
    dispose();
  });

  it('asks with the name of a meeting, digits or not', async () => {
    const getSignature = vi.fn(() => ({ signature: fakeSignature(), meetingNumber: '12345678901' }));
    const { controller, begin, until } = meeting({ getSignature, meeting: { name: '42' } });
    const dispose = begin();
    controller.handle.join();
    await until('joined');
    expect((getSignature.mock.calls[0] as unknown[])[0]).toEqual({
      meeting: '42',
      role: 0,
      videoWebRtcMode: 1,
      reason: 'join',
      attempt: 1,
    });
    dispose();
  });

  it('goes on when a handler throws or rejects, and reports it', async () => {
    const reported: unknown[] = [];
    const listener = (event: ErrorEvent) => {
      event.preventDefault();
      reported.push(event.message);
    };
    window.addEventListener('error', listener);
    const { controller, begin, until } = meeting({
      onStatusChange: () => {
        throw new Error('thrown by a handler');
      },
      onJoined: () => Promise.reject(new Error('rejected by a handler')) as never,
    });
    const dispose = begin();
    controller.handle.join();
    await until('joined');
    await expect.poll(() => reported.join()).toMatch(/thrown by a handler.*rejected by a handler/);
    dispose();
    window.removeEventListener('error', listener);
  });

  it('can be ended from inside any handler', async () => {
    for (const wanted of ['authorizing', 'loading', 'joining', 'joined']) {
      let dispose = () => {};
      const seen: string[] = [];
      const { element, controller, begin } = meeting({
        onStatusChange: ({ status }) => {
          seen.push(status);
          if (status === wanted) dispose();
        },
      });
      dispose = begin();
      controller.handle.join();
      await vi.waitUntil(() => seen.includes(wanted), { timeout: 15_000 });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(seen.at(-1)).toBe(wanted);
      expect(element.children).toHaveLength(0);
    }
  });

  it('tells how long each step took, and how long the meeting lasted', async () => {
    const steps: JoinSteps[] = [];
    const durations: number[] = [];
    const { controller, begin, until } = meeting({
      onJoined: ({ stepsMs }) => steps.push(stepsMs),
      onLeft: ({ durationMs }) => durations.push(durationMs),
    });
    const dispose = begin();
    controller.handle.join();
    await until('joined');
    await new Promise((resolve) => setTimeout(resolve, 100));
    controller.handle.leave();
    expect(steps).toHaveLength(1);
    expect(steps[0]?.joining).toBeGreaterThan(0);
    for (const ms of Object.values(steps[0] ?? {})) expect(ms).toBeGreaterThanOrEqual(0);
    expect(durations).toHaveLength(1);
    expect(durations[0]).toBeGreaterThanOrEqual(100);
    dispose();
  });
});
