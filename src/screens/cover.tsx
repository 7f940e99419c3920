import type { CSSProperties, ReactElement } from 'react';
import type { ZoomJoinError } from '../session/error.ts';
import type { MeetingState, ScheduledTry } from '../session/status.ts';
import { Idle } from './idle.tsx';
import { english, type LabelOverrides, type Labels } from './labels.ts';
import { Screen } from './screen.tsx';
import type { ScreenProps, Screens } from './types.ts';

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
    <Screen title={failureTitle(error, labels)} actions={[{ label: labels.retry, onClick: retry }]}>
      {error?.userMessage}
    </Screen>
  );
}

const failureTitle = (error: ZoomJoinError | null, labels: Labels): string =>
  error?.code === 'connection-lost' ? labels.connectionLost : labels.failed;

const defaultScreens: Screens = {
  idle: ({ userName, labels, join }) => <Idle text={userName} button={labels.join} onClick={join} />,
  connecting: Connecting,
  waiting: Waiting,
  reconnecting: Reconnecting,
  left: Left,
  failed: Failed,
};

/** Which screen covers the meeting; `undefined`: none, the meeting is to be seen. */
function screenFor(state: MeetingState, autoJoin: boolean): keyof Screens | undefined {
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
function announcement(state: MeetingState, labels: Labels): string {
  switch (state.status) {
    case 'waiting':
      return state.for === 'host' ? labels.waitingForHost : labels.waitingForAdmission;
    case 'left':
      return labels.left[state.reason];
    case 'failed':
      return `${failureTitle(state.error, labels)}. ${state.error.userMessage}`;
    case 'idle':
    case 'joined':
      return '';
    default:
      return labels[state.status];
  }
}

/** Read aloud, not seen. */
const announced: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

export interface CoverProps extends Omit<ScreenProps, 'labels' | 'status' | 'error' | 'retryAt'> {
  next: ScheduledTry | null;
  autoJoin: boolean;
  screens: Partial<Screens> | undefined;
  labels: LabelOverrides | undefined;
}

/** What lies over the meeting while it is not to be seen, and tells of it. Loaded when the component is mounted. */
export function Cover({ autoJoin, next, screens, labels, ...props }: CoverProps): ReactElement {
  const { state } = props;
  const texts: Labels = { ...english, ...labels, left: { ...english.left, ...labels?.left } };
  const name = screenFor(state, autoJoin);
  const Shown = name && (screens?.[name] ?? defaultScreens[name]);
  return (
    <>
      {Shown !== undefined && (
        <Shown
          {...props}
          labels={texts}
          status={state.status}
          error={state.status === 'failed' ? state.error : (next?.error ?? null)}
          retryAt={next?.at ?? null}
        />
      )}
      <div role="status" style={announced}>
        {announcement(state, texts)}
      </div>
    </>
  );
}
