import type { ComponentClass, ReactElement, ReactNode } from 'react';
import type { ZoomJoinError } from '../../failures/zoom-join-error.ts';
import type { RetryInput } from '../../session/api/options.ts';
import type { MeetingState } from '../../session/api/status.ts';
import type { Labels } from '../texts/labels.ts';

/** The props of every screen, both the default ones and yours. */
export interface ScreenProps {
  readonly state: MeetingState;
  readonly status: MeetingState['status'];
  /**
   * Why the join failed, if the status is `failed`, or why it will be retried, if `retryAt` is set. Otherwise
   * `null`.
   */
  readonly error: ZoomJoinError | null;
  readonly userName: string;
  readonly labels: Labels;
  /** How many attempts to join have started since the component was mounted. */
  readonly attempt: number;
  /**
   * When the next retry starts automatically, in ms since 1970. `null` if none is scheduled, or if it is already in
   * progress.
   */
  readonly retryAt: number | null;
  /** Joins, unless a join is already in progress or done. */
  join(): void;
  /**
   * Tries again now. `input` is what the user has entered for it, such as the passcode. You can pass this as
   * `onClick`, because it ignores events.
   */
  retry(input?: RetryInput | { readonly nativeEvent: object }): void;
  /** Leaves the meeting, or stops trying to join. */
  leave(): void;
}

/**
 * A custom screen: a component, an element, or a function that returns what to render and may use hooks. To
 * TypeScript, what `memo`, `lazy` and `forwardRef` return is a function, too. This type has only one call
 * signature, so that the props of an inline function are also inferred with the types of React 18.
 */
export type Screen = ComponentClass<ScreenProps> | ReactElement | ((props: ScreenProps) => ReactNode);

/**
 * The screens that you can replace. While the user is in the meeting or its waiting room, Zoom's own UI is shown.
 */
export interface Screens {
  idle: Screen;
  connecting: Screen;
  waiting: Screen;
  reconnecting: Screen;
  left: Screen;
  failed: Screen;
}
