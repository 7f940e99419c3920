import { summary } from './print.ts';
import type { Diagnosis } from './types.ts';

/** One closed group in the console: a line to see, the rest a click away. */
export function report(diagnosis: Diagnosis): void {
  console.groupCollapsed(summary(diagnosis.findings));
  console.log(String(diagnosis));
  console.groupEnd();
}
