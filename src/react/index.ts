/** The build marks this part of the entry `.` as client code, and nothing else, because it uses React's hooks. */
export type { UseZoomJoinOptions, ZoomJoinProps } from './props.ts';
export { type UseZoomJoinResult, useZoomJoin } from './use-zoom-join.ts';
export { ZoomJoin } from './zoom-join.tsx';
