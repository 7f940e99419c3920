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
   * For the element that the meeting is to fill. It must be positioned and have a size. It may come later than the
   * component, and be replaced by another one.
   */
  readonly containerRef: RefCallback<HTMLElement>;
}

/** On a server React 18 warns of layout effects, which it does not run there. */
const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The meeting without a look: `<ZoomJoin>` is built on it. Give `containerRef` to an element of yours, and show
 * what you like while the status isn't `joined`.
 */
export function useZoomJoin(options: UseZoomJoinOptions): UseZoomJoinResult {
  const [controller] = useState(() => new MeetingController(options));
  useInsertionEffect(() => controller.begin(), [controller]);
  return useController(controller, options);
}

/** Binds a controller, whoever owns it, to the component that shows it. */
export function useController(controller: MeetingController, options: UseZoomJoinOptions): UseZoomJoinResult {
  const { subscribe, getSnapshot, handle, attach } = controller;
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  useInsertionEffect(() => controller.update(options));
  useCommitEffect(() => controller.onCommit());
  return { ...snapshot, handle, containerRef: attach };
}
