import type { ZoomJoinErrorCode } from '../../src/session/error.ts';
import type { Failed } from '../../stories/failed.stories.tsx';

type Stories = typeof import('../../stories/failed.stories.tsx');
type Shown = {
  [Name in keyof Stories]: Stories[Name] extends Failed<infer Code> ? Code : never;
}[keyof Stories];

/** Does not compile while a code has no story; the error names it. */
export const missing: Record<Exclude<ZoomJoinErrorCode, Shown>, never> = {};
