import type { ZoomJoinErrorCode } from '../../src/failures/zoom-join-error.ts';
import type { Failed } from '../../stories/failed.stories.tsx';

type Stories = typeof import('../../stories/failed.stories.tsx');
type Shown = {
  [Name in keyof Stories]: Stories[Name] extends Failed<infer Code> ? Code : never;
}[keyof Stories];

/** The codes that no screen shows: a method rejects with it, or there is no browser. */
type Unseen = 'not-in-meeting' | 'fullscreen-unavailable' | 'unsupported-environment';

/** Does not compile if a code has no story. The error names the code. */
export const missing: Record<Exclude<ZoomJoinErrorCode, Shown | Unseen>, never> = {};
