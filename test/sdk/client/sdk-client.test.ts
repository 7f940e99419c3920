import { describe, expect, it, vi } from 'vitest';
import { SDK_EVENTS } from '../../../src/sdk/client/events.ts';
import type { RawClient } from '../../../src/sdk/client/raw-client.ts';
import { readFailure, SdkClient } from '../../../src/sdk/client/sdk-client.ts';

/** A client like the SDK's. Each test overrides what it is about. */
function fakeClient(change: Partial<RawClient> = {}) {
  const handlers = new Map<string, (payload: unknown) => void>();
  const order: string[] = [];
  const raw: RawClient = {
    init: vi.fn(async () => {
      order.push('init');
      return '';
    }),
    join: vi.fn(async () => {
      order.push('join');
      return '';
    }),
    on: (event, handler) => {
      order.push('on');
      handlers.set(event, handler);
    },
    leaveMeeting: async () => '',
    endMeeting: async () => '',
    getCurrentUser: () => null,
    getCurrentMeetingInfo: () => ({ isInMeeting: false }),
    getAttendeeslist: () => [],
    setViewType: async () => '',
    updateVideoOptions: () => {},
    ...change,
  };
  return { raw, order, emit: (event: string, payload: unknown) => handlers.get(event)?.(payload), handlers };
}

const JOIN = { signature: 's', meetingNumber: '123456789', userName: 'Ada' };

describe('the SDK’s client', () => {
  it('subscribes to every event after init and before join', async () => {
    const { raw, order, handlers } = fakeClient();
    const client = new SdkClient(raw);
    await client.init({}, () => {});
    await client.join(JOIN);
    expect(order[0]).toBe('init');
    expect(order.at(-1)).toBe('join');
    expect([...handlers.keys()].sort()).toEqual([...SDK_EVENTS].sort());
  });

  it('tells of participants in arrays, also of one', async () => {
    const { raw, emit } = fakeClient();
    const listener = vi.fn();
    await new SdkClient(raw).init({}, listener);
    emit('user-added', { userId: 1 });
    emit('user-updated', [{ userId: 1 }]);
    emit('recording-change', 'Paused');
    expect(listener.mock.calls).toEqual([
      ['user-added', [{ userId: 1 }]],
      ['user-updated', [{ userId: 1 }]],
      ['recording-change', 'Paused'],
    ]);
  });

  it.each([{ type: 'INVALID_OPERATION', reason: 'no' }, 'something', null, 0])(
    'takes %o for a failure',
    async (answer) => {
      const { raw } = fakeClient({ join: async () => answer });
      await expect(new SdkClient(raw).join(JOIN)).rejects.toBe(answer);
    },
  );

  it('hands the SDK no undefined value, at any depth', async () => {
    const { raw } = fakeClient();
    const root = { nodeType: 1 };
    await new SdkClient(raw).init(
      { zoomAppRoot: root, a: undefined, customize: { video: { isResizable: undefined } } },
      () => {},
    );
    expect(raw.init).toHaveBeenCalledWith({ zoomAppRoot: root, customize: { video: {} } });
    await new SdkClient(raw).join({ ...JOIN, password: undefined });
    expect(raw.join).toHaveBeenCalledWith(JOIN);
  });

  it('can say goodbye when there is nobody to say it to', () => {
    const { raw } = fakeClient({
      leaveMeeting: () => {
        throw new TypeError('not joined');
      },
    });
    expect(() => new SdkClient(raw).leave()).not.toThrow();
    const rejecting = fakeClient({ leaveMeeting: () => Promise.reject(new Error('closed')) });
    expect(() => new SdkClient(rejecting.raw).leave()).not.toThrow();
  });

  it('says whether a view could be taken', async () => {
    const { raw } = fakeClient({ setViewType: () => Promise.reject(new Error()) });
    expect(await new SdkClient(raw).setView('speaker')).toBe(false);
    expect(await new SdkClient(fakeClient().raw).setView('speaker')).toBe(true);
  });
});

describe('readFailure', () => {
  it('reads the fields it knows and leaves the passcode behind', () => {
    expect(
      readFailure({ errorCode: 3008, reason: 'not started', type: 'X', meetingInfo: { password: 'hush' } }),
    ).toEqual({ errorCode: 3008, reason: 'not started' });
    expect(readFailure(new Error('plain'))).toEqual({ reason: 'plain' });
    expect(readFailure(undefined)).toEqual({});
  });
});
