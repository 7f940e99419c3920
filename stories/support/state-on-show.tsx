import type { ReactElement } from 'react';
import type { MeetingState, ZoomJoinProps } from 'react-zoom-join';
import { fn } from 'storybook/test';
import { Cover } from '../../src/screens/cover.tsx';

export interface StateOnShowProps extends ZoomJoinProps {
  state: MeetingState;
}

const act = { join: fn(), retry: fn(), leave: fn() };

/** The component's screens alone, for a state that no practice meeting comes to. */
export const StateOnShow = ({ state, userName, screens, labels, style }: StateOnShowProps): ReactElement => (
  <div
    style={{ position: 'relative', containerType: 'size', width: '100%', height: '100%', ...style }}
    data-zoom-join=""
    data-status={state.status}
  >
    <Cover {...act} {...{ state, userName, screens, labels }} attempt={1} next={null} autoJoin />
  </div>
);
