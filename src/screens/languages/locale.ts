import type { ZoomJoinErrorCode } from '../../session/error.ts';
import type { Labels } from '../labels.ts';

/** The texts of one language, with a sentence for every error. */
export interface Locale extends Labels {
  errors: Record<ZoomJoinErrorCode, string>;
}
