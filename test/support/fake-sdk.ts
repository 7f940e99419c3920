import type { ClientSource } from '../../src/sdk/loading/source.ts';

/** A client that joins at once, with nobody else in the meeting. */
export function fakeSdk(): ClientSource {
  let user: { userId: number } | null = null;
  const done = async () => '';
  return {
    id: 'fake',
    createClient: () => ({
      init: done,
      async join() {
        user = { userId: 1 };
        return '';
      },
      on() {},
      leaveMeeting: done,
      endMeeting: done,
      getCurrentUser: () => user,
      getCurrentMeetingInfo: () => ({ isInMeeting: user !== null }),
      getAttendeeslist: () => [],
      setViewType: done,
      updateVideoOptions() {},
    }),
  };
}
