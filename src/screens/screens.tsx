import type { ComponentType, ReactElement } from 'react';
import type { ZoomJoinError } from '../session/error.ts';
import type { MeetingState } from '../session/status.ts';
import type { Labels } from './labels.ts';
import { Screen } from './screen.tsx';

/** What every screen gets, the default ones and yours. */
export interface ScreenProps {
  readonly state: MeetingState;
  readonly status: MeetingState['status'];
  /** With status `failed`. */
  readonly error: ZoomJoinError | null;
  readonly userName: string;
  readonly labels: Labels;
  /** How many times a join was started since the component was mounted. */
  readonly attempt: number;
  /** When the next try starts by itself, in ms since 1970. `null`: it doesn't. */
  readonly retryAt: number | null;
  join(): void;
  retry(): void;
  leave(): void;
}

/** The screens that can be replaced. While somebody is in the meeting or its waiting room, Zoom's own is shown. */
export interface Screens {
  idle: ComponentType<ScreenProps>;
  connecting: ComponentType<ScreenProps>;
  waiting: ComponentType<ScreenProps>;
  reconnecting: ComponentType<ScreenProps>;
  left: ComponentType<ScreenProps>;
  failed: ComponentType<ScreenProps>;
}

function Idle({ labels, userName, join }: ScreenProps): ReactElement {
  return <Screen title={userName} actions={[{ label: labels.join, onClick: join }]} />;
}

function Connecting({ labels, status, leave }: ScreenProps): ReactElement {
  const step = status === 'loading' || status === 'joining' ? status : 'authorizing';
  return (
    <Screen busy title={labels[step]} actions={[{ label: labels.cancel, onClick: leave, secondary: true }]} />
  );
}

function Waiting({ labels, leave }: ScreenProps): ReactElement {
  return (
    <Screen
      busy
      title={labels.waitingForHost}
      actions={[{ label: labels.cancel, onClick: leave, secondary: true }]}
    />
  );
}

function Reconnecting({ labels, leave }: ScreenProps): ReactElement {
  return (
    <Screen
      busy
      title={labels.reconnecting}
      actions={[{ label: labels.cancel, onClick: leave, secondary: true }]}
    />
  );
}

function Left({ state, labels, retry }: ScreenProps): ReactElement {
  const reason = state.status === 'left' ? state.reason : 'other';
  return <Screen title={labels.left[reason]} actions={[{ label: labels.rejoin, onClick: retry }]} />;
}

function Failed({ error, labels, retry }: ScreenProps): ReactElement {
  return (
    <Screen title={labels.failed} actions={[{ label: labels.retry, onClick: retry }]}>
      {error?.userMessage}
    </Screen>
  );
}

export const defaultScreens: Screens = {
  idle: Idle,
  connecting: Connecting,
  waiting: Waiting,
  reconnecting: Reconnecting,
  left: Left,
  failed: Failed,
};

/** Which screen covers the meeting; `undefined`: none, the meeting is to be seen. */
export function screenFor(state: MeetingState, autoJoin: boolean): keyof Screens | undefined {
  switch (state.status) {
    case 'idle':
      return autoJoin ? 'connecting' : 'idle';
    case 'authorizing':
    case 'loading':
    case 'joining':
      return 'connecting';
    case 'waiting':
      // Zoom shows its own waiting room, with the host's words and logo.
      return state.for === 'host' ? 'waiting' : undefined;
    case 'joined':
      return undefined;
    case 'reconnecting':
      return 'reconnecting';
    case 'left':
      return 'left';
    case 'failed':
      return 'failed';
  }
}

/** The same in words, for the live region. */
export function announcement(state: MeetingState, labels: Labels): string {
  switch (state.status) {
    case 'waiting':
      return state.for === 'host' ? labels.waitingForHost : labels.waitingForAdmission;
    case 'left':
      return labels.left[state.reason];
    case 'failed':
      return `${labels.failed}. ${state.error.userMessage}`;
    case 'idle':
    case 'joined':
      return '';
    default:
      return labels[state.status];
  }
}
