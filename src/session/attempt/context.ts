import type { Failure } from '../../failures/failure.ts';
import type { FrameEnd } from '../../sdk/frame/frame.ts';
import type { EventProp } from '../api/handlers.ts';
import type { MeetingOptions } from '../api/options.ts';
import type { MeetingState } from '../api/status.ts';
import type { WarningFacts } from '../warnings/warn.ts';

/** What an attempt gets of its session, and what it tells it. */
export interface AttemptContext {
  /** The element that the meeting fills. */
  host: HTMLElement;
  /** The latest props. */
  getOptions: () => MeetingOptions;
  /** Ends the attempt: says goodbye, stops the media, removes the frame and all that lives in it. */
  signal: AbortSignal;
  onState: (state: Exclude<MeetingState, { status: 'failed' }>) => void;
  onEvent: (prop: EventProp, payload: never) => void;
  /** The meeting broke after it had been joined. */
  onFailure: (failure: Failure) => void;
  onWarning: (facts: WarningFacts) => void;
  /** The SDK has rendered what was told last: the meeting, or its waiting room. */
  onRendered: () => void;
  /** The frame's document went away. */
  onGone: (why: FrameEnd) => void;
}
