import { describe, expect, it } from 'vitest';
import { fakeSignature } from '../support/fake-signature.ts';
import { call } from './support/call.ts';

describe('help', () => {
  it.each(['copy-sdk', 'doctor', 'headers', 'migrate'])(
    '%s explains itself, with an example',
    async (name) => {
      const { exitCode, out, err } = await call([name, '--help']);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Usage: react-zoom-join ${name} `));
      expect(out).toMatch(new RegExp(`Examples?:\\n.*npx react-zoom-join ${name} `));
    },
  );

  it('lists the commands', async () => {
    const { exitCode, out } = await call(['--help']);
    expect(exitCode).toBe(0);
    for (const name of ['copy-sdk', 'doctor', 'headers', 'migrate']) expect(out).toContain(`  ${name} `);
  });

  it('is what a call without a command gets, on stderr', async () => {
    const { exitCode, out, err } = await call([]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain('Commands:');
  });

  it('the version is printed alone', async () => {
    expect(await call(['--version'])).toMatchObject({ exitCode: 0, out: '0.0.0\n', err: '' });
  });
});

describe('a wrong call is told in one line, with what to do', () => {
  it.each([
    [['frobnicate'], "Unknown command 'frobnicate'."],
    [['docter'], "Unknown command 'docter' (Did you mean doctor?)"],
    [['doctor', '--pge', 'x'], "Unknown option '--pge' (Did you mean --page?)"],
    [['doctor', '--page'], "Option '--page <url>' argument missing."],
    [['doctor', '--page', 'app.example'], '--page takes a URL'],
    [['doctor', '--page', 'ftp://app.example'], '--page takes a URL'],
    [['doctor', '--page', 'https://ada:secret@app.example'], 'without a user name and password'],
    [['doctor', '--policy', 'cdn'], 'add --page'],
    [['doctor', '--meeting', '12345678901'], 'add --signature'],
    [['doctor', '--signature'], 'pbpaste | npx react-zoom-join doctor --signature'],
    [['doctor', '--role', 'boss'], 'Allowed choices are participant, host.'],
    [['headers'], "Missing required argument 'host'."],
    [['headers', 'apache'], 'Allowed choices are next, nginx, vercel, netlify, cloudflare, express.'],
    [['headers', 'nginx', '--policy', 'all'], 'Allowed choices are self-hosted, cdn, nonce.'],
    [['headers', 'nginx', '--policy', 'nonce'], 'next or express'],
    [['headers', 'nginx', '--embedded-by', 'lms.example'], 'such as https://lms.example'],
    [['headers', 'nginx', '--embedded-by', 'https://a.example; script-src *'], 'such as https://lms.example'],
    [['copy-sdk'], "Missing required argument 'dir'."],
    [['copy-sdk', 'public', '--sdk-version', 'latest'], 'exact version, such as 6.2.0'],
    [['migrate'], "Missing required argument 'files'."],
  ])('%j', async (args, message) => {
    const { exitCode, out, err } = await call(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^✘ [^\n]* See: npx react-zoom-join [^\n]*--help\n$/);
  });
});

describe('secrets that somebody has typed are not repeated', () => {
  const signature = fakeSignature();
  it.each([
    [['doctor', `--signature=${signature}`], 'takes no value'],
    [['doctor', '--signature', signature], 'Too many arguments'],
    [['doctor', `--sig=${signature}`], 'Unknown option'],
    [[signature], 'Unknown command'],
    [['123 4567 8901'], 'Unknown command'],
    [['doctor', '--signature', '--meeting', '1234567890123'], '9 to 11 digits'],
  ])('%#', async (args, message) => {
    const { exitCode, all } = await call(args, { stdin: '' });
    expect(exitCode).toBe(2);
    expect(all).toContain(message);
    for (const part of [...signature.split('.'), '4567 8901', '12345678']) expect(all).not.toContain(part);
  });
});

describe('colours', () => {
  const inColour = '\u001b[31m✘\u001b[0m';
  it('are for terminals', async () => {
    const env = { TERM: 'xterm' };
    expect((await call(['docter'], { isTTY: true, env })).err).toContain(inColour);
    expect((await call(['docter'], { isTTY: false, env })).err).not.toContain('\u001b');
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('%j: none', async (env) => {
    expect((await call(['docter'], { isTTY: true, env })).err).not.toContain('\u001b');
  });
});

it('Ctrl-C is no error of ours', async () => {
  const signal = AbortSignal.abort();
  const { exitCode, all } = await call(['doctor', '--page', 'http://localhost:4'], { signal });
  expect(exitCode).toBe(130);
  expect(all).toMatch(/✘ Cancelled\.\n$/);
});
