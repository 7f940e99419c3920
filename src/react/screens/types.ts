import type { ComponentClass, ReactElement, ReactNode } from 'react';
import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { RetryInput } from '../../session/api/options.ts';
import type { MeetingState } from '../../session/api/status.ts';
import type { Labels } from '../texts/labels.ts';

/** What every screen gets, the default ones and yours. */
export interface ScreenProps {
  readonly state: MeetingState;
  readonly status: MeetingState['status'];
  /** Why it failed, with status `failed`; why it is tried again, when `retryAt` is set. */
  readonly error: ZoomJoinError | null;
  readonly userName: string;
  readonly labels: Labels;
  /** How many times a join was started since the component was mounted. */
  readonly attempt: number;
  /** When the next try starts by itself, in ms since 1970. `null`: it doesn't, or is under way. */
  readonly retryAt: number | null;
  /** Joins, unless a join is under way or done. */
  join(): void;
  /** Tries again, now, with what the person typed for it. An event is no input, so that it can be an `onClick`. */
  retry(input?: RetryInput | { readonly nativeEvent: object }): void;
  /** Leaves the meeting, or stops trying. */
  leave(): void;
}

/**
 * A screen of your own: a component, an element, or a function that returns what to render, which may use hooks. What `memo`,
 * `lazy` and `forwardRef` return is a function to TypeScript as well. There is one call signature in this type, so that the
 * props of an inline function are known with the types of React 18, too.
 */
export type Screen = ComponentClass<ScreenProps> | ReactElement | ((props: ScreenProps) => ReactNode);

/** The screens that can be replaced. While somebody is in the meeting or its waiting room, Zoom's own is shown. */
export interface Screens {
  idle: Screen;
  connecting: Screen;
  waiting: Screen;
  reconnecting: Screen;
  left: Screen;
  failed: Screen;
}
