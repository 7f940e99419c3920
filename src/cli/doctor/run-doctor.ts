import { CommandError, WrongCall } from '../command-error.ts';
import type { PolicyName } from '../headers/policies.ts';
import { paint, type Terminal, tell } from '../terminal.ts';
import { type Check, error } from './check.ts';
import { checkGivenSignature, readExpected } from './check-given-signature.ts';
import { checkVersions } from './check-versions.ts';
import { checkPage } from './page/check-page.ts';
import { fetchPage, pageUrl } from './page/fetch-page.ts';

export interface DoctorOptions {
  readonly page?: string | undefined;
  readonly policy?: PolicyName | undefined;
  readonly signature?: boolean | undefined;
  readonly meeting?: string | undefined;
  readonly role?: 'participant' | 'host' | undefined;
}

/** `doctor`: checks versions, a page's headers and a signature. Resolves to 1 if anything is an error. */
export async function runDoctor(terminal: Terminal, options: DoctorOptions): Promise<number> {
  const { page, policy, signature, meeting, role } = options;
  if (!signature && (meeting !== undefined || role !== undefined)) {
    throw new WrongCall('--meeting and --role say what a signature should be for: add --signature.');
  }
  if (page === undefined && policy !== undefined) {
    throw new WrongCall('--policy says what a page’s policy is meant to be: add --page.');
  }
  const url = page === undefined ? undefined : pageUrl(page);
  const expected = signature ? readExpected(terminal.stdin, { meeting, role }) : undefined;
  const checks: Check[] = [];
  const add = async (what: Promise<readonly Check[]> | readonly Check[]) => {
    for (const check of await found(what)) {
      checks.push(check);
      tell(terminal, check.mark, check.text, check.hint);
    }
  };
  await add(checkVersions(terminal.cwd, process.versions.node));
  if (url !== undefined) {
    const { signal, err } = terminal;
    err.write('Fetching the page …\n');
    await add(fetchPage(url, signal).then((fetched) => checkPage(fetched, policy)));
  }
  if (expected) await add(checkGivenSignature(terminal.stdin, expected));
  terminal.out.write(`${summary(terminal, checks)}\n`);
  return checks.some(({ mark }) => mark === 'error') ? 1 : 0;
}

/** What can't be checked is an error among the others. */
async function found(what: Promise<readonly Check[]> | readonly Check[]): Promise<readonly Check[]> {
  try {
    return await what;
  } catch (failure) {
    if (failure instanceof CommandError && !(failure instanceof WrongCall)) return [error(failure.message)];
    throw failure;
  }
}

function summary(terminal: Terminal, checks: readonly Check[]): string {
  const { mark } = paint(terminal, terminal.out);
  const counts = (['error', 'warning'] as const).flatMap((kind) => {
    const count = checks.filter((check) => check.mark === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
  });
  const worst = checks.some((check) => check.mark === 'error')
    ? 'error'
    : counts.length > 0
      ? 'warning'
      : 'ok';
  return `${mark(worst)} ${checks.length} checks: ${counts.join(', ') || 'nothing is wrong'}`;
}
