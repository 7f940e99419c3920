import type { ReactElement } from 'react';
import type { ZoomJoinError } from '../../../failures/zoom-join-error.ts';
import type { MeetingState } from '../../../session/api/status.ts';
import { MediaNotice } from './media-notice.tsx';
import { Remedies } from './remedies.tsx';
import type { WayProps } from './way-props.ts';

interface Props extends WayProps {
  readonly error?: ZoomJoinError;
  readonly state?: MeetingState;
}

/**
 * With an `error`, renders what the failed screen offers besides a retry. With a `state`, renders the
 * {@link MediaNotice}, unless the meeting was left or has failed.
 */
export function OtherWays({ error, state, ...rest }: Props): ReactElement | null {
  if (error) return <Remedies {...rest} error={error} />;
  return state && /left|failed/.test(state.status) ? null : <MediaNotice {...rest} />;
}
