import {
  type CSSProperties,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
  useImperativeHandle,
} from 'react';
import { english, type Labels } from './screens/labels.ts';
import { announcement, defaultScreens, type Screens, screenFor } from './screens/screens.tsx';
import { type UseZoomJoinOptions, useZoomJoin, type ZoomJoinHandle } from './use-zoom-join.ts';

export interface ZoomJoinProps extends UseZoomJoinOptions {
  /** Replaces single screens. */
  screens?: Partial<Screens> | undefined;
  /** Replaces single texts of the default screens. */
  labels?: Partial<Labels> | undefined;
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
/** Read aloud, not seen. */
const announced: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/**
 * A Zoom meeting, where it stands.
 *
 * @example
 * ```tsx
 * <ZoomJoin
 *   meeting="123 4567 8901"
 *   userName="Ada"
 *   getSignature={async ({ meetingNumber, role, signal }) => {
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
    const { state, attempt, handle, containerRef } = useZoomJoin(options);
    useImperativeHandle(ref, () => handle, [handle]);

    const texts = { ...english, ...labels };
    const name = screenFor(state, options.autoJoin ?? true);
    const Cover = name && (screens?.[name] ?? defaultScreens[name]);
    return (
      <div
        className={className}
        style={{ ...rootStyle, ...style }}
        data-zoom-join=""
        data-status={state.status}
      >
        {/* Hidden, not removed: the SDK measures itself while it joins, and nothing in it takes the focus. */}
        <div ref={containerRef} style={{ ...fill, visibility: Cover === undefined ? 'visible' : 'hidden' }} />
        {Cover !== undefined && (
          <Cover
            state={state}
            status={state.status}
            error={state.status === 'failed' ? state.error : null}
            userName={options.userName}
            labels={texts}
            attempt={attempt}
            retryAt={null}
            join={handle.join}
            retry={handle.retry}
            leave={handle.leave}
          />
        )}
        <div role="status" style={announced}>
          {announcement(state, texts)}
        </div>
      </div>
    );
  },
);
