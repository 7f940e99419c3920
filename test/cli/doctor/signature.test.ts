import { describe, expect, it } from 'vitest';
import { fakeSignature } from '../../support/fake-signature.ts';
import { createApp } from '../support/app.ts';
import { call } from '../support/call.ts';

const packages = { react: '19.2.0', 'react-dom': '19.2.0' };

async function inspect(stdin: string, ...args: readonly string[]) {
  const cwd = await createApp({ packages });
  const called = await call(['doctor', '--signature', ...args], { cwd, stdin });
  const lines = called.out.split('\n').filter((line) => line.includes('signature') && !line.startsWith(' '));
  return { ...called, lines };
}

const signature = fakeSignature({ exp: Math.floor(Date.now() / 1000) + 3_600 });

it.each([
  ['as it is', signature],
  ['with a line break', `${signature}\r\n`],
  ['as the answer of an endpoint', JSON.stringify({ signature, meetingNumber: '12345678901' })],
  ['as a JSON string', JSON.stringify(signature)],
])('a good one, %s', async (_name, stdin) => {
  const { exitCode, lines } = await inspect(stdin, '--meeting', '123 4567-8901', '--role', 'participant');
  expect(lines).toEqual(['✔ The signature is fine, as far as can be seen without the secret.']);
  expect(exitCode).toBe(0);
});

describe('what is wrong with it is told, and nothing of it', () => {
  it.each([
    [
      'for another meeting',
      signature,
      ['--meeting', '98765432109'],
      '✘ The signature: It is not for this meeting (`mn`). [other-meeting]',
      1,
    ],
    [
      'for another role',
      signature,
      ['--role', 'host'],
      '▲ The signature: It is not for the role that the page asks for (`role`). [other-role]',
      0,
    ],
    ['the Video SDK’s', fakeSignature({ tpc: 'x' }), [], 'Video SDK', 1],
    ['an HTML page', '<!doctype html>', [], 'It is an HTML page', 1],
    ['nothing', '', [], 'It is empty', 1],
    ['in milliseconds', fakeSignature({ iat: Date.now() }), [], '[milliseconds]', 1],
  ])('%s', async (_name, stdin, args, message, expected) => {
    const { exitCode, all } = await inspect(stdin, ...args);
    expect(all).toContain(message);
    expect(exitCode).toBe(expected);
    for (const secret of [
      ...stdin.split('.').filter((part) => part.length > 15),
      '12345678901',
      '98765432109',
      'fixture-key',
    ]) {
      expect(all).not.toContain(secret);
    }
  });
});

it('too much to be one', async () => {
  const { exitCode, out } = await inspect('x'.repeat(200_000));
  expect(exitCode).toBe(1);
  expect(out).toContain('✘ The standard input is too long to be a signature.');
});
