import { summary } from './print.ts';
import type { Diagnosis } from './types.ts';

/** Logs the diagnosis as a collapsed group: the console shows one line until you expand it. */
export function report(diagnosis: Diagnosis): void {
  console.groupCollapsed(summary(diagnosis.findings));
  console.log(String(diagnosis));
  console.groupEnd();
}
