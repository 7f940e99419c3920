import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../../src/failures/failure.ts';
import { errorOf } from '../../../src/failures/load-words.ts';
import { CODES } from '../../../src/failures/words/for-people.ts';
import { ZoomJoinError } from '../../../src/failures/zoom-join-error.ts';
import {
  createMeetingClient,
  type MeetingClient,
  type MeetingClientContext,
} from '../../../src/sdk/client/meeting-client.ts';
import type { RawClient } from '../../../src/sdk/client/raw-client.ts';
import { SdkClient } from '../../../src/sdk/client/sdk-client.ts';
import { createRedact } from '../../../src/sdk/secrets/redact.ts';

const clientOf = (sdk: SdkClient, context: Partial<MeetingClientContext> = {}): MeetingClient =>
  createMeetingClient(sdk, {
    getViews: async () => undefined,
    exposeInfo: false,
    redact: createRedact(['open-sesame', '12345678901']),
    signal: new AbortController().signal,
    whenOver: (method) => errorOf(failure('meeting-over', method)),
    ...context,
  });

/** A client like the SDK's, of a user who is in a meeting with one other person. */
function fakeSdk() {
  const people = [{ userId: 1 }, { userId: 2 }];
  const raw = {
    init: async () => '',
    join: async () => '',
    on: () => {},
    leaveMeeting: async () => '',
    endMeeting: async () => '',
    getCurrentUser: () => people[0],
    getCurrentMeetingInfo: () => ({
      isInMeeting: true,
      meetingNumber: '12345678901',
      meetingTopic: 'Standup',
    }),
    getAttendeeslist: () => people,
    getPinList: () => [2],
    isHost: () => true,
    setViewType: async () => '',
    updateVideoOptions: () => {},
    mute: async (..._given: unknown[]) => 'muted',
    sendChat: () => Promise.reject(new Error('no')),
  };
  return { raw, sdk: new SdkClient(raw as unknown as RawClient) };
}

const ASYNCHRONOUS = [
  'mute',
  'muteAll',
  'stopAudio',
  'rename',
  'expel',
  'admit',
  'admitAll',
  'putOnHold',
  'record',
  'lockMeeting',
  'makeHost',
  'makeCoHost',
  'revokeCoHost',
  'reclaimHost',
  'sendChat',
  'addPin',
  'removeAllPins',
  'setViewType',
] as const satisfies readonly (keyof MeetingClient)[];

/** Calls a method as an untyped app does. */
const callOf = (client: MeetingClient, name: keyof MeetingClient): unknown =>
  (client[name] as (...given: unknown[]) => unknown)(1);

describe('the client of a meeting', () => {
  it('calls the SDK, with what it is given', async () => {
    const { raw, sdk } = fakeSdk();
    const mute = vi.spyOn(raw, 'mute');
    const client = clientOf(sdk);
    await expect(client.mute(true, 2)).resolves.toBe('muted');
    expect(mute.mock.contexts).toEqual([raw]);
    expect(mute).toHaveBeenCalledWith(true, 2);
    await expect(client.sendChat('hello')).rejects.toThrow('no');
    expect(client.getAttendeeslist()).toEqual([{ userId: 1 }, { userId: 2 }]);
    expect(client.getCurrentUser()).toEqual({ userId: 1 });
    expect(client.getPinList()).toEqual([2]);
    expect(client.isHost()).toBe(true);
  });

  it('says so when the SDK lacks a method', async () => {
    const client = clientOf(fakeSdk().sdk);
    await expect(client.lockMeeting(true)).rejects.toThrow('no lockMeeting()');
    expect(() => client.isCoHost()).toThrow('no isCoHost()');
  });

  it('tells what opens the meeting to those alone who asked for it', () => {
    const info = (exposeInfo: boolean | undefined) =>
      clientOf(fakeSdk().sdk, { exposeInfo }).getCurrentMeetingInfo();
    expect(info(undefined)).toEqual({ isInMeeting: true, meetingNumber: '•••', meetingTopic: 'Standup' });
    expect(info(true)).toMatchObject({ meetingNumber: '12345678901' });
  });

  it('passes on no secret, whether the SDK returns or throws it, at once or later', async () => {
    const said = { reason: 'open-sesame for 123 4567 8901', password: 'x' };
    const raw = {
      ...fakeSdk().raw,
      mute: async () => said,
      record: () => Promise.reject({ ...said, errorCode: 7 }),
      rename: () => Promise.reject(new TypeError('open-sesame')),
      admit: () => {
        throw new Error('open-sesame');
      },
      getCurrentUser: () => said,
      isHost: () => {
        throw new Error('open-sesame');
      },
    };
    const client = clientOf(new SdkClient(raw as unknown as RawClient));
    const clean = { reason: '••• for •••', password: '•••' };
    await expect(client.mute(true)).resolves.toEqual(clean);
    await expect(client.record('start')).rejects.toEqual({ ...clean, errorCode: 7 });
    const error = await client.rename('Ada', 1).catch((thrown: unknown) => thrown);
    expect(String(error)).toBe('TypeError: •••');
    expect((error as Error).stack).not.toContain('sesame');
    await expect(client.admit(1)).rejects.toThrow('•••');
    expect(client.getCurrentUser()).toEqual(clean);
    expect(() => client.isHost()).toThrow('•••');
  });

  it('asks the views for a view, and where there are none the SDK', async () => {
    const { raw, sdk } = fakeSdk();
    const setViewType = vi.spyOn(raw, 'setViewType');
    const show = vi.fn(async () => false);
    const withViews = clientOf(sdk, { getViews: async () => ({ show }) });
    await expect(withViews.setViewType('speaker')).resolves.toBe(false);
    expect(show).toHaveBeenCalledWith('speaker');
    expect(setViewType).not.toHaveBeenCalled();
    await expect(clientOf(sdk).setViewType('ribbon')).resolves.toBe(true);
    expect(setViewType).toHaveBeenCalledWith('ribbon');
  });
});

describe('the client of a meeting that is over', () => {
  const over = () => {
    const abort = new AbortController();
    const client = clientOf(fakeSdk().sdk, { exposeInfo: true, signal: abort.signal });
    abort.abort();
    return client;
  };

  it.each(ASYNCHRONOUS)('rejects: %s()', async (name) => {
    const error = await Promise.resolve(callOf(over(), name)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZoomJoinError);
    expect(error).toMatchObject({
      code: 'not-in-meeting',
      retryable: false,
      userMessage: CODES['not-in-meeting'][0],
    });
    expect(String(error)).toContain(`${name}()`);
    expect((error as ZoomJoinError).hint).toContain('`client` of the handle');
  });

  it('knows of nobody', () => {
    const client = over();
    expect(client.getAttendeeslist()).toEqual([]);
    expect(client.getPinList()).toEqual([]);
    expect(client.getCurrentUser()).toBeNull();
    expect(client.getCurrentMeetingInfo()).toEqual({ isInMeeting: false });
    expect([client.isHost(), client.isCoHost()]).toEqual([false, false]);
    client.getAttendeeslist().push({} as never);
    expect(client.getAttendeeslist()).toEqual([]);
  });

  it('is that from the start when the meeting was over before', async () => {
    const client = clientOf(fakeSdk().sdk, { signal: AbortSignal.abort() });
    await expect(client.mute(true)).rejects.toMatchObject({ code: 'not-in-meeting' });
    expect(client.isHost()).toBe(false);
  });

  it('has all methods that it had before', () => {
    const { sdk } = fakeSdk();
    const current = clientOf(sdk);
    expect(Object.keys(over())).toEqual(Object.keys(current));
    expect(Object.keys(current)).toEqual(expect.arrayContaining([...ASYNCHRONOUS]));
    expect(Object.isFrozen(current)).toBe(true);
  });

  it('keeps neither the SDK nor the views in memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const kept = (signal: AbortSignal) => {
      const { raw, sdk } = fakeSdk();
      const views = { show: async () => true };
      const client = clientOf(sdk, { getViews: async () => views, signal });
      void client.mute(true);
      void client.setViewType('gallery');
      return { client, held: [raw, sdk, views].map((one) => new WeakRef(one)) };
    };
    const abort = new AbortController();
    const { client, held } = kept(abort.signal);
    const areHeld = async () => {
      // An object that a WeakRef has returned stays alive until the end of the task.
      await new Promise((resolve) => setTimeout(resolve));
      collect();
      return held.map((one) => one.deref() !== undefined);
    };
    expect(await areHeld()).toEqual([true, true, true]);
    abort.abort();
    await expect.poll(areHeld).toEqual([false, false, false]);
    expect(client.isHost()).toBe(false);
    expect(abort.signal.aborted).toBe(true);
  });
});
