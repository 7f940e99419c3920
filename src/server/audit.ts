import type { RefusalCode } from './reply.ts';

/** One line of an audit log. It holds nothing that opens a meeting, and no text of the browser's. */
export interface SignatureAuditEvent {
  /** When the request came. */
  at: Date;
  /** `'granted'`, or the code that it was refused with. */
  outcome: 'granted' | RefusalCode;
  /** Who: the `auditId` that `authorize` returned, or else its `customerKey`. Absent when it named nobody, or was not asked. */
  auditId?: string;
  /**
   * Which meeting: the last four digits of the granted number, or else of the asked-for one. Absent for a name of your
   * own that was not granted.
   */
  meetingEnding?: string;
  /** What was granted; absent for a refusal. */
  role?: 'participant' | 'host';
  /** Why the browser asked; absent when its request could not be read. */
  reason?: 'join' | 'retry' | 'expired';
}
