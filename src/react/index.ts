/** What runs React's hooks: the build marks it as client code, and nothing else of the entry `.`. */
export type { UseZoomJoinOptions, ZoomJoinProps } from './props.ts';
export { type UseZoomJoinResult, useZoomJoin } from './use-zoom-join.ts';
export { ZoomJoin } from './zoom-join.tsx';
