import { type ReactElement, useState } from 'react';
import type { MeetingState, ZoomJoinError, ZoomJoinProps } from 'react-zoom-join';
import { fn } from 'storybook/test';
import { Cover } from '../../src/screens/cover.tsx';

export interface StateOnShowProps extends ZoomJoinProps {
  state: MeetingState;
  /** Why a try did not succeed; the next one starts by itself in 20 s. */
  trying?: ZoomJoinError;
}

const handle = { preload: fn(), join: fn(), retry: fn(), leave: fn() };

/** The component's screens alone, for a state that no practice meeting comes to. */
export function StateOnShow({ state, trying, ...props }: StateOnShowProps): ReactElement {
  const { userName, screens, labels, style } = props;
  const [next] = useState(() => (trying === undefined ? null : { at: Date.now() + 20_000, error: trying }));
  return (
    <div
      style={{ position: 'relative', containerType: 'size', width: '100%', height: '100%', ...style }}
      data-zoom-join=""
      data-status={state.status}
    >
      <Cover
        {...{ handle, state, userName, screens, labels }}
        attempt={1}
        next={next}
        isDrawn
        texts={undefined}
        autoJoin
      />
    </div>
  );
}
