import type { Failure } from '../../failures/failure.ts';
import type { FrameEnd } from '../../sdk/frame/frame.ts';
import type { EventProp } from '../api/handlers.ts';
import type { MeetingOptions } from '../api/options.ts';
import type { MeetingState } from '../api/status.ts';
import type { WarningFacts } from '../warnings/warn.ts';

/** What an attempt gets from its session, and the callbacks with which it reports to the session. */
export interface AttemptContext {
  /** The element that the meeting fills. */
  host: HTMLElement;
  /** The latest props. */
  getOptions: () => MeetingOptions;
  /** Ends the attempt: it leaves the meeting, stops the media, and removes the frame with everything in it. */
  signal: AbortSignal;
  onState: (state: Exclude<MeetingState, { status: 'failed' }>) => void;
  onEvent: (prop: EventProp, payload: never) => void;
  /** Called when a meeting that had been joined breaks. */
  onFailure: (failure: Failure) => void;
  onWarning: (facts: WarningFacts) => void;
  /** Called when the SDK has rendered what was reported last: the meeting or its waiting room. */
  onRendered: () => void;
  /** Called when the frame's document has gone away. */
  onGone: (why: FrameEnd) => void;
}
