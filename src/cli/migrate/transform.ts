import { appendFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { API, FileInfo } from 'jscodeshift';
import { migrateSource } from './migrate-source.ts';
import { NotUnderstood } from './not-understood.ts';

/** What the transform says about a file: one line of JSON each. */
export type Report =
  | { readonly path: string; readonly remarks: readonly string[] }
  | { readonly path: string; readonly reason: string };

export interface TransformOptions {
  /** The file to which reports are added. */
  readonly reportTo: string;
}

/** The transform for jscodeshift. Returns the new source, or nothing for a file that it leaves alone. */
export default function transform(
  { path, source }: FileInfo,
  { jscodeshift }: API,
  { reportTo }: TransformOptions,
): string | undefined {
  const report = (what: Report) => appendFileSync(reportTo, `${JSON.stringify(what)}\n`);
  // recast, which parses, counts without these.
  const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
  const isWindows = source.includes('\r\n');
  const plain = source.slice(mark.length).replaceAll('\r\n', '\n');
  try {
    const result = migrateSource(jscodeshift, plain, /^\.[cm]?tsx?$/.test(extname(path)));
    report({ path, remarks: result.remarks });
    return mark + (isWindows ? result.source.replaceAll('\n', '\r\n') : result.source);
  } catch (error) {
    const reason =
      error instanceof NotUnderstood ? error.message : `an error of react-zoom-join: ${String(error)}`;
    report({ path, reason });
    return undefined;
  }
}
