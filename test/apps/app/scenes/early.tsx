import { useEffect, useLayoutEffect, useState } from 'react';
import { useZoomJoin } from 'react-zoom-join';
import { Meeting, propsOf } from '../meeting.tsx';
import { told } from '../told.ts';
import type { SceneProps } from './plain.tsx';

interface EarlyProps extends SceneProps {
  readonly call: 'join' | 'preload' | 'retry';
  /** Where the call comes from. `child-effect`: an effect of the component's `children`. */
  readonly from: 'parent-effect' | 'parent-layout-effect' | 'child-effect' | 'hook';
}

/** Calls the handle's method in an effect on mount. */
export function Early({ from, ...props }: EarlyProps) {
  switch (from) {
    case 'parent-effect':
      return <InEffect {...props} />;
    case 'parent-layout-effect':
      return <InLayoutEffect {...props} />;
    case 'child-effect':
      return (
        <Meeting {...props.meeting} autoJoin={false}>
          <Child call={props.call} />
        </Meeting>
      );
    case 'hook':
      return <ByHook {...props} />;
  }
}

type Caller = Omit<EarlyProps, 'from'>;

function InEffect({ meeting, call }: Caller) {
  useEffect(() => told.handle?.[call](), [call]);
  return <Meeting {...meeting} autoJoin={false} />;
}

function InLayoutEffect({ meeting, call }: Caller) {
  useLayoutEffect(() => told.handle?.[call](), [call]);
  return <Meeting {...meeting} autoJoin={false} />;
}

function Child({ call }: Pick<Caller, 'call'>) {
  useEffect(() => told.handle?.[call](), [call]);
  return null;
}

/** The element that the meeting fills is mounted one commit after the call. */
function ByHook({ meeting, call }: Caller) {
  const [hasElement, setHasElement] = useState(false);
  const { handle, state, containerRef } = useZoomJoin({ ...propsOf(meeting), autoJoin: false });
  useLayoutEffect(() => handle[call](), [handle, call]);
  useEffect(() => setHasElement(true), []);
  return hasElement ? (
    <div
      ref={containerRef}
      style={{ position: 'relative', height: '100%' }}
      data-zoom-join=""
      data-status={state.status}
    />
  ) : null;
}
