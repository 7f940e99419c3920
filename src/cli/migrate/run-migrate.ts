import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { formatPatch, structuredPatch } from 'diff';
import { explainFileError } from '../explain-file-error.ts';
import { runNpm } from '../run-npm.ts';
import { paint, remark, type Terminal } from '../terminal.ts';
import type { Report } from './transform.ts';

/** The version of jscodeshift that the transform is tested with. */
const JSCODESHIFT = 'jscodeshift@17.4.0';
/** The built transform, from the built command. */
const TRANSFORM = 'cjs/migrate-transform.js';

export interface MigrateOptions {
  readonly write?: boolean | undefined;
}

interface Source {
  /** As the user has written it. */
  readonly name: string;
  readonly path: string;
  readonly before: string;
  /** The copy that jscodeshift changes. */
  readonly copy: string;
}

/** `migrate`: shows, or writes, what files look like with `<ZoomJoin>`. Resolves to 1 if it leaves one alone. */
export async function runMigrate(
  terminal: Terminal,
  names: readonly string[],
  { write = false }: MigrateOptions,
): Promise<number> {
  const temp = await mkdtemp(join(tmpdir(), 'react-zoom-join-migrate-'));
  try {
    const sources = await readSources(terminal, names, temp);
    const reports =
      sources.length === 0 ? new Map<string, Report>() : await transform(terminal, sources, temp);
    let changed = 0;
    for (const source of sources) {
      if (await show(terminal, source, reports.get(source.copy), write)) changed += 1;
    }
    summarise(terminal, changed, write);
    return changed === names.length ? 0 : 1;
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function readSources(terminal: Terminal, names: readonly string[], temp: string): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [index, name] of names.entries()) {
    const path = resolve(terminal.cwd, name);
    try {
      const before = await readFile(path, 'utf8');
      const folder = join(temp, String(index));
      const copy = join(folder, basename(path));
      await mkdir(folder);
      await writeFile(copy, before);
      sources.push({ name, path, before, copy });
    } catch (error) {
      const hint = /[*?{]/.test(name) ? ' Your shell passes patterns on as they are: name the files.' : '';
      remark(terminal, `${name} can’t be read: ${explainFileError(error)}.${hint}`, 'error');
    }
  }
  return sources;
}

/** Runs the transform on the copies. Resolves to what it says about each copy. */
async function transform(
  terminal: Terminal,
  sources: readonly Source[],
  temp: string,
): Promise<Map<string, Report>> {
  // Next to the copies, another process can read it wherever this package is.
  const script = join(temp, 'transform.cjs');
  const reportTo = join(temp, 'reports.jsonl');
  await copyFile(join(import.meta.dirname, TRANSFORM), script);
  await writeFile(reportTo, '');
  const options = ['--run-in-band', '--no-babel', '--silent', '--parser=tsx'];
  await runNpm(terminal, {
    command: 'npx',
    args: [
      '--yes',
      JSCODESHIFT,
      ...options,
      `--transform=${script}`,
      `--reportTo=${reportTo}`,
      ...sources.map(({ copy }) => copy),
    ],
    doing: `Running ${JSCODESHIFT} on copies`,
  });
  const lines = (await readFile(reportTo, 'utf8')).split('\n').filter((line) => line !== '');
  const reports = lines.map((line) => JSON.parse(line) as Report);
  return new Map(reports.map((report) => [report.path, report]));
}

/** Shows what becomes of a file. Resolves to whether it is understood. */
async function show(
  terminal: Terminal,
  { name, path, before, copy }: Source,
  report: Report | undefined,
  write: boolean,
): Promise<boolean> {
  if (report === undefined || 'reason' in report) {
    const reason = report?.reason ?? 'jscodeshift has not read it';
    remark(terminal, `${name} is left alone: ${reason}.`, 'error');
    return false;
  }
  const after = await readFile(copy, 'utf8');
  showDifference(terminal, relative(terminal.cwd, path).split(sep).join('/'), before, after);
  for (const text of report.remarks) remark(terminal, `${name}: ${text}`, 'warning');
  if (!write) return true;
  try {
    await writeFile(path, after);
  } catch (error) {
    remark(terminal, `${name} can’t be written: ${explainFileError(error)}.`, 'error');
    return false;
  }
  remark(terminal, `${name} is changed.`, 'ok');
  return true;
}

const COLOURS: Readonly<Record<string, number>> = { '+': 32, '-': 31, '@': 36 };

/** Writes a unified difference, which `git apply` takes. */
function showDifference(terminal: Terminal, name: string, before: string, after: string): void {
  const { colour } = paint(terminal, terminal.out);
  const patch = formatPatch(structuredPatch(`a/${name}`, `b/${name}`, before, after));
  for (const line of patch.split('\n').slice(0, -1)) {
    if (/^(=+|Index: .*)$/.test(line)) continue;
    const code = COLOURS[line.charAt(0)];
    terminal.out.write(`${code === undefined ? line : colour(code, line)}\n`);
  }
}

function summarise(terminal: Terminal, changed: number, write: boolean): void {
  if (changed === 0) return;
  remark(
    terminal,
    write
      ? 'Now install the package, and look at a meeting: npm install react-zoom-join'
      : 'Nothing is written yet. To change the files, add --write.',
  );
}
