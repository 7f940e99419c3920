import type { Mark } from '../terminal.ts';

/** What one check has found. */
export interface Check {
  readonly mark: Mark;
  /** One line. */
  readonly text: string;
  /** What to do, or why it matters. */
  readonly hint?: string | undefined;
}

export const ok = (text: string, hint?: string): Check => ({ mark: 'ok', text, hint });
export const info = (text: string, hint?: string): Check => ({ mark: 'info', text, hint });
export const warning = (text: string, hint?: string): Check => ({ mark: 'warning', text, hint });
export const error = (text: string, hint?: string): Check => ({ mark: 'error', text, hint });
