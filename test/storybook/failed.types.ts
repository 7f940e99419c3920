import type { ZoomJoinErrorCode } from '../../src/failures/zoom-join-error.ts';
import type { Failed } from '../../stories/failed.stories.tsx';

type Stories = typeof import('../../stories/failed.stories.tsx');
type Shown = {
  [Name in keyof Stories]: Stories[Name] extends Failed<infer Code> ? Code : never;
}[keyof Stories];

/** No screen shows it: a method rejects with it, or there is no browser. */
type Unseen = 'not-in-meeting' | 'fullscreen-unavailable' | 'unsupported-environment';

/** Does not compile while a code has no story; the error names it. */
export const missing: Record<Exclude<ZoomJoinErrorCode, Shown | Unseen>, never> = {};
