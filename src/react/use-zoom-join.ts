import {
  type RefCallback,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ZoomJoinHandle } from '../session/api/handle.ts';
import type { MeetingSnapshot } from '../session/api/status.ts';
import { MeetingController } from '../session/controller.ts';
import type { UseZoomJoinOptions } from './props.ts';

export interface UseZoomJoinResult extends MeetingSnapshot {
  readonly handle: ZoomJoinHandle;
  /**
   * The ref for the element that the meeting fills. The element must be positioned and have a size. You can mount
   * it later than the component, and replace it with another one.
   */
  readonly containerRef: RefCallback<HTMLElement>;
}

/** On a server, React 18 doesn't run layout effects and warns about them. */
const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A Zoom meeting without any UI of ours. `<ZoomJoin>` is built on this hook. Pass `containerRef` as the `ref` of
 * your own element, and render what you like while the status isn't `joined`.
 */
export function useZoomJoin(options: UseZoomJoinOptions): UseZoomJoinResult {
  const [controller] = useState(() => new MeetingController(options));
  useInsertionEffect(() => controller.begin(), [controller]);
  return useController(controller, options);
}

/** Binds a controller, which can have any owner, to the component that shows it. */
export function useController(controller: MeetingController, options: UseZoomJoinOptions): UseZoomJoinResult {
  const { subscribe, getSnapshot, handle, attach } = controller;
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  useInsertionEffect(() => controller.update(options));
  useCommitEffect(() => controller.onCommit());
  return { ...snapshot, handle, containerRef: attach };
}
