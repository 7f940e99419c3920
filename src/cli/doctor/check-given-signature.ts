import { digitsOf, isMeetingNumber } from '../../meeting-reference/digits.ts';
import { type ExpectedSignature, inspectSignature } from '../../signature/inspect-signature.ts';
import { CommandError, WrongCall } from '../command-error.ts';
import type { Input } from '../terminal.ts';
import { type Check, ok } from './check.ts';

/** A signature has about 300 characters. */
const LONGEST = 100_000;
/** How long to wait for the standard input, in ms. */
const PATIENCE_MS = 30_000;

export interface ExpectedInSignature {
  readonly meeting?: string | undefined;
  readonly role?: 'participant' | 'host' | undefined;
}

/** Reads what the signature should be for, and makes sure that nobody has to type it. @throws {WrongCall} */
export function readExpected(stdin: Input, { meeting, role }: ExpectedInSignature): ExpectedSignature {
  const digits = meeting === undefined ? undefined : digitsOf(meeting);
  if (meeting !== undefined && !(digits !== undefined && isMeetingNumber(digits))) {
    throw new WrongCall('--meeting takes a meeting number of 9 to 11 digits.');
  }
  if (stdin.isTTY) {
    throw new WrongCall(
      '--signature reads the signature from the standard input, so that it is not in your shell’s history: pbpaste | npx react-zoom-join doctor --signature (Windows: Get-Clipboard, Linux: wl-paste or xclip -o)',
    );
  }
  return { meetingNumber: digits, role: role === undefined ? undefined : role === 'host' ? 1 : 0 };
}

/** Reads a signature from the standard input and checks it. Nothing of it gets into the result. */
export async function checkGivenSignature(stdin: Input, expected: ExpectedSignature): Promise<Check[]> {
  const { problems } = inspectSignature(signatureIn(await readAll(stdin)), expected);
  if (problems.length === 0) {
    return [ok('The signature is fine, as far as can be seen without the secret.')];
  }
  return problems.map(({ fatal, message, hint, code }) => ({
    mark: fatal ? 'error' : 'warning',
    text: `The signature: ${message} [${code}]`,
    hint,
  }));
}

/** The answer of a signature endpoint may be given as it is: `{ "signature": "…" }`. */
function signatureIn(text: string): string {
  try {
    const answer = JSON.parse(text) as unknown;
    if (typeof answer === 'string') return answer;
    if (typeof answer === 'object' && answer !== null && 'signature' in answer) {
      if (typeof answer.signature === 'string') return answer.signature;
    }
  } catch {
    // It is not JSON, so it should be the signature itself.
  }
  return text.trim();
}

async function readAll(stdin: Input): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CommandError(`Nothing came from the standard input within ${PATIENCE_MS / 1000} s.`));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([collect(stdin), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function collect(stdin: Input): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST) throw new CommandError('The standard input is too long to be a signature.');
  }
  return text;
}
