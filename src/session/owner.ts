import type { ZoomJoinHandle } from './api/handle.ts';
import type { ControllerOptions } from './api/options.ts';
import type { LeftReason, MeetingSnapshot } from './api/status.ts';

/** Who a session belongs to: it is told what the session comes to, and where the meeting is to be. */
export interface SessionOwner {
  /** The latest props. */
  readonly options: ControllerOptions;
  /** What the meeting fills. It is there before the session, and can be replaced at any time. */
  readonly element: HTMLElement | undefined;
  getSnapshot(): MeetingSnapshot;
  publish(snapshot: MeetingSnapshot): void;
  /** Ends this session, for this reason. */
  end(reason: LeftReason): void;
  readonly handle: Pick<ZoomJoinHandle, 'join'>;
}
