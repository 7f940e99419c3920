import {
  type CSSProperties,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useEffect,
  useImperativeHandle,
  useState,
} from 'react';
import { Idle } from './screens/idle.tsx';
import type { LabelOverrides } from './screens/labels.ts';
import type { Screens } from './screens/types.ts';
import { type UseZoomJoinOptions, useZoomJoin, type ZoomJoinHandle } from './use-zoom-join.ts';

export interface ZoomJoinProps extends UseZoomJoinOptions {
  /** Replaces single screens. */
  screens?: Partial<Screens> | undefined;
  /** Replaces single texts of the default screens. */
  labels?: LabelOverrides | undefined;
  className?: string | undefined;
  /** Of the outer element. Without a height from you or its parent it is 16:9. */
  style?: CSSProperties | undefined;
}

const rootStyle: CSSProperties = {
  position: 'relative',
  // Makes its size the measure of the screens' type and spacing (cqmin).
  containerType: 'size',
  overflow: 'hidden',
  width: '100%',
  height: '100%',
  minWidth: 0,
  aspectRatio: '16 / 9',
  background: 'var(--zoom-join-background, light-dark(#f6f7f9, #1c1d21))',
};
const fill: CSSProperties = { position: 'absolute', inset: 0 };

/**
 * A Zoom meeting, where it stands.
 *
 * @example
 * ```tsx
 * <ZoomJoin
 *   meeting="123 4567 8901"
 *   userName="Ada"
 *   getSignature={async ({ meeting, meetingNumber = meeting, role, signal }) => {
 *     const body = JSON.stringify({ meeting: meetingNumber, role });
 *     const response = await fetch('/api/zoom', { method: 'POST', body, signal, headers: { 'content-type': 'application/json' } });
 *     if (!response.ok) throw new Error(`The endpoint answered ${response.status}`);
 *     return response.json();
 *   }}
 * />
 * ```
 */
export const ZoomJoin: ForwardRefExoticComponent<ZoomJoinProps & RefAttributes<ZoomJoinHandle>> = forwardRef(
  function ZoomJoin({ screens, labels, className, style, ...options }, ref) {
    const { state, attempt, next, handle, containerRef } = useZoomJoin(options);
    useImperativeHandle(ref, () => handle, [handle]);
    const Cover = useCover();

    const { userName, autoJoin = true } = options;
    const { join, retry, leave } = handle;
    const isShown = state.status === 'joined' || (state.status === 'waiting' && state.for === 'admission');
    const hasFailed = state.status === 'failed';
    return (
      <div
        className={className}
        style={{ ...rootStyle, ...style }}
        data-zoom-join=""
        data-status={state.status}
      >
        {/* Hidden, not removed: the SDK measures itself while it joins, and nothing in it takes the focus. */}
        <div ref={containerRef} style={{ ...fill, visibility: isShown ? 'visible' : 'hidden' }} />
        {Cover !== null ? (
          <Cover {...{ state, attempt, next, userName, autoJoin, screens, labels, join, retry, leave }} />
        ) : // Without the screens, on the server or because they did not load: what is needed to go on.
        state.status === 'idle' && !autoJoin ? (
          <Idle text={userName} button={labels?.join ?? 'Join meeting'} onClick={join} />
        ) : (
          !isShown && (
            <Idle
              text={hasFailed ? state.error.userMessage : (labels?.joining ?? 'Joining the meeting…')}
              button={hasFailed ? (labels?.retry ?? 'Try again') : undefined}
              onClick={retry}
            />
          )
        )}
      </div>
    );
  },
);

type CoverModule = typeof import('./screens/cover.tsx');

/** The screens, which load when the component is mounted. `null`: not yet, or they could not be loaded. */
function useCover(): CoverModule['Cover'] | null {
  const [cover, setCover] = useState<Pick<CoverModule, 'Cover'> | null>(null);
  useEffect(() => {
    let isMounted = true;
    import('./screens/cover.tsx').then(
      (module) => isMounted && setCover(module),
      () => {},
    );
    return () => {
      isMounted = false;
    };
  }, []);
  return cover?.Cover ?? null;
}
