import type { ZoomJoinErrorCode } from '../../../failures/zoom-join-error.ts';
import type { Labels, OtherWayLabel } from '../labels.ts';

/** What only a developer meets. */
type Unseen = 'unsupported-environment' | 'not-in-meeting' | 'fullscreen-unavailable';

/** The texts of one language, with a sentence for every error. */
export interface Locale extends Labels {
  errors: Record<Exclude<ZoomJoinErrorCode, Unseen>, string>;
  otherWays: Record<OtherWayLabel, string>;
}
