import type { ZoomJoinHandle } from './api/handle.ts';
import type { ControllerOptions } from './api/options.ts';
import type { LeftReason, MeetingSnapshot } from './api/status.ts';

/**
 * The owner of a session: it provides the props and the element for the meeting, and receives the session's
 * snapshots.
 */
export interface SessionOwner {
  /** The latest props. */
  readonly options: ControllerOptions;
  /** The element that the meeting fills. It exists before the session does, and can be replaced at any time. */
  readonly element: HTMLElement | undefined;
  getSnapshot(): MeetingSnapshot;
  publish(snapshot: MeetingSnapshot): void;
  /** Ends this session for the given reason. */
  end(reason: LeftReason): void;
  readonly handle: Pick<ZoomJoinHandle, 'join'>;
}
