import type { LeftReason } from '../api/status.ts';

/** The reasons that the SDK gives for the end of a meeting. */
const LEFT_REASONS: Readonly<Record<string, LeftReason>> = {
  'user request': 'user',
  'kicked by host': 'removed',
  'expeled by host': 'removed',
  'ended by host': 'ended',
  'free meeting ended': 'time-limit',
  'duplicated session': 'elsewhere',
};

export const leftReason = (said = 'user request'): LeftReason => LEFT_REASONS[said] ?? 'other';
