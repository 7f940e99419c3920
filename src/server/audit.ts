import type { RefusalCode } from './reply.ts';

/**
 * One entry of an audit log. It contains nothing that lets somebody into a meeting, and no text from the browser.
 */
export interface SignatureAuditEvent {
  /** When the request arrived. */
  at: Date;
  /** `'granted'`, or the code with which the request was refused. */
  outcome: 'granted' | RefusalCode;
  /**
   * The person: the `auditId` that `authorize` returned, or else its `customerKey`. Absent if it returned neither,
   * or was not called.
   */
  auditId?: string;
  /**
   * The meeting: the last four digits of the granted number, or else of the requested one. Absent if the request
   * could not be read, or if it used a name of your own and was refused.
   */
  meetingEnding?: string;
  /** The granted role. Absent for a refusal. */
  role?: 'participant' | 'host';
  /** Why the browser sent the request. Absent if the request could not be read. */
  reason?: 'join' | 'retry' | 'expired';
}
