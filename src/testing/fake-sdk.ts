import type { ClientSource } from '../sdk/loading/source.ts';

/**
 * Creates an SDK for unit tests in jsdom or happy-dom, which can't show a meeting. Its client joins at once, and
 * nobody else is in the meeting. There is no frame and no request. Pass it as the `sdk` prop of `<ZoomJoin>`.
 *
 * @example
 * const { getSignature } = createMeetingSimulator();
 * render(<ZoomJoin meeting="standup" userName="Ada" sdk={createFakeSdk()} getSignature={getSignature} onJoined={onJoined} />);
 * await vi.waitFor(() => expect(onJoined).toHaveBeenCalled());
 */
export function createFakeSdk(): ClientSource {
  const done = async () => '';
  return {
    id: 'fake',
    createClient() {
      let user: { userId: number } | null = null;
      return {
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
      };
    },
  };
}
