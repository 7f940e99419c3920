import { type ReactElement, useRef, useState } from 'react';
import type { MeetingState, ZoomJoinError, ZoomJoinProps } from 'react-zoom-join';
import { fn } from 'storybook/test';
import { Overlay, withOverrides } from '../../src/react/screens/overlay.tsx';
import { OwnScreen } from '../../src/react/screens/own-screen.tsx';
import { english } from '../../src/react/texts/labels.ts';

export interface StateOnShowProps extends ZoomJoinProps {
  state: MeetingState;
  /** Why an attempt failed. The screen counts down 20 s to the next attempt. */
  trying?: ZoomJoinError;
}

const handle = {
  preload: fn(),
  join: fn(),
  retry: fn(),
  rejoin: fn(),
  leave: fn(),
  end: fn(),
  requestFullscreen: fn(),
};

/** Renders only the component's screens, for a state that a simulated meeting cannot reach. */
export function StateOnShow({ state, trying, ...props }: StateOnShowProps): ReactElement {
  const [next] = useState(() => (trying === undefined ? null : { at: Date.now() + 20_000, error: trying }));
  const focused = useRef<Element | null>(null);
  return (
    <div
      style={{ position: 'relative', containerType: 'size', width: '100%', height: '100%', ...props.style }}
      data-zoom-join=""
      data-status={state.status}
    >
      <Overlay
        {...{ props, state, next, focused, OwnScreen }}
        handle={{ ...handle, ...state, error: null, client: null }}
        labels={withOverrides(english, props.labels)}
        attempt={1}
        isRendered
      />
    </div>
  );
}
