/** What runs React's hooks: the build marks it as client code, and nothing else of the entry `.`. */
export {
  type UseZoomJoinOptions,
  type UseZoomJoinResult,
  useZoomJoin,
} from './use-zoom-join.ts';
export { ZoomJoin, type ZoomJoinProps } from './zoom-join.tsx';
