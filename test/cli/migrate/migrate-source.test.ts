import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jscodeshift from 'jscodeshift';
import { describe, expect, it } from 'vitest';
import { migrateSource } from '../../../src/cli/migrate/migrate-source.ts';

const SAMPLES = join(import.meta.dirname, 'samples');
const names = readdirSync(SAMPLES)
  .filter((name) => name.includes('.before.'))
  .map((name) => name.replace('.txt', ''));

const migrate = (source: string, isTypeScript = false) =>
  migrateSource(jscodeshift.withParser('tsx'), source, isTypeScript);
const sample = (name: string) => readFile(join(SAMPLES, `${name}.txt`), 'utf8');

describe('samples', () => {
  it.each(names)('%s', async (name) => {
    const { source, remarks } = migrate(await sample(name), name.endsWith('.tsx'));
    const shown = `${source}${remarks.map((remark) => `// ${remark}\n`).join('')}`;
    await expect(shown).toMatchFileSnapshot(join(SAMPLES, `${name.replace('.before.', '.after.')}.txt`));
  });

  it.each(names)('%s: neither the SDK nor its client is left', async (name) => {
    const { source } = migrate(await sample(name));
    expect(source).not.toMatch(/ZoomMtgEmbedded|createClient|\bclient\.|__/);
    expect(source).toContain('<ZoomJoin\n');
  });

  it.each(names)('%s: what is migrated is left alone by the next run', async (name) => {
    const { source } = migrate(await sample(name));
    expect(() => migrate(source)).toThrow('it doesn’t import @zoom/meetingsdk/embedded');
  });
});

/** A component in one line each, of which the tests change a part. */
const PLAIN = `import { useEffect } from 'react';
import ZoomMtgEmbedded from '@zoom/meetingsdk/embedded';

const client = ZoomMtgEmbedded.createClient();

export function Room({ meetingNumber, userName, setOpen }) {
  const start = async (signature) => {
    await client.init({ zoomAppRoot: document.getElementById('zoom'), language: 'en-US' });
    await client.join({ signature, meetingNumber, userName });
  };
  const getSignature = async () => {
    const response = await fetch('/api/zoom', { method: 'POST', body: JSON.stringify({ meetingNumber, role: 0 }) });
    const { signature } = await response.json();
    start(signature);
  };
  return (
    <div>
      <div id="zoom" />
      <button onClick={getSignature}>Go</button>
    </div>
  );
}
`;

/** Changes a part of it. */
const changed = (part: string, other: string): string => {
  expect(PLAIN).toContain(part);
  return PLAIN.replace(part, () => other);
};

describe('what it doesn’t understand is left alone, with the reason', () => {
  const JOIN = 'await client.join({ signature, meetingNumber, userName });';
  it.each([
    ['no import of the SDK', 'export {};', 'it doesn’t import @zoom/meetingsdk/embedded'],
    ['the client view', "import { ZoomMtg } from '@zoom/meetingsdk';", 'it uses the client view (ZoomMtg)'],
    ['require', "const Zoom = require('@zoom/meetingsdk/embedded');", 'in another way than by an import'],
    ['no JavaScript', 'const = 1', 'it can’t be parsed'],
    [
      'no client',
      changed('const client = ZoomMtgEmbedded.createClient();', ''),
      'it never calls ZoomMtgEmbedded.createClient()',
    ],
    [
      'a client in an object',
      changed(
        'const client = ZoomMtgEmbedded.createClient()',
        'const x = { client: ZoomMtgEmbedded.createClient() }',
      ),
      'it keeps the client in another way',
    ],
    [
      'two clients',
      changed('export function', 'const other = ZoomMtgEmbedded.createClient();\nexport function'),
      'more than one client',
    ],
    [
      'a client that is passed on',
      changed('<div id="zoom" />', '<div id="zoom" /><Controls client={client} />'),
      'the client is used in a way that is not clear (line 18)',
    ],
    [
      'a client that is exported',
      changed('export function', 'export { client };\nexport function'),
      'the client is used in a way that is not clear',
    ],
    [
      'a client that is exported at once',
      changed('const client', 'export const client'),
      'it exports the client, so other files use it',
    ],
    ['no join', changed(JOIN, ''), 'it never calls client.join()'],
    ['two joins', changed(JOIN, JOIN + JOIN), 'it calls client.join() more than once'],
    [
      'a join elsewhere',
      changed(JOIN, '').replace('start(signature);', `start(signature); ${JOIN}`),
      'client.join() is not called right after client.init()',
    ],
    [
      'a join on a condition',
      changed(JOIN, `if (meetingNumber) ${JOIN}`),
      'init or join is inside of something else',
    ],
    [
      'options of a variable',
      changed('{ signature, meetingNumber, userName }', 'options'),
      'doesn’t get its options as an object literal',
    ],
    [
      'options that are spread',
      changed('{ signature, meetingNumber, userName }', '{ signature, ...options }'),
      'doesn’t get its options as an object literal',
    ],
    [
      'unknown options',
      changed('meetingNumber, userName }', 'meetingNumber, userName, success: close }'),
      'options that <ZoomJoin> doesn’t have: success',
    ],
    ['no signature', changed('{ signature, meetingNumber', '{ meetingNumber'), 'gets no signature'],
    [
      'a finally',
      changed(JOIN, `try { ${JOIN} } finally { setOpen(true); }`),
      'there is a `finally` around init or join',
    ],
    [
      'a result of the join',
      changed(JOIN, `const joined = ${JOIN}`),
      'init or join is inside of something else',
    ],
    [
      'an element that is nowhere',
      changed('<div id="zoom" />', ''),
      'the meeting’s element (zoom) is not in this file',
    ],
    [
      'an element with content',
      changed('<div id="zoom" />', '<div id="zoom">Wait</div>'),
      'has content of its own',
    ],
    [
      'an element that is found in another way',
      changed("document.getElementById('zoom')", 'find()'),
      'in another way than by getElementById() or a ref',
    ],
    [
      'an element that is used for more',
      changed(
        'await client.init',
        "const root = document.getElementById('zoom');\n    root.style.color = 'red';\n    await client.init",
      ).replace("zoomAppRoot: document.getElementById('zoom')", 'zoomAppRoot: root'),
      'it also uses the meeting’s element (root)',
    ],
    [
      'a start from two places',
      changed('start(signature);', 'start(signature);\n    start(signature);'),
      'start() is not called in exactly one place',
    ],
    [
      'a start that is passed on',
      changed('start(signature);', 'response.json().then(start);'),
      'start() is not called in exactly one place',
    ],
    [
      'a function that is passed on',
      changed('onClick={getSignature}', 'onClick={getSignature} ref={register(getSignature)}'),
      'getSignature is used in a way that is not clear',
    ],
    [
      'a function that nobody calls',
      changed('<button onClick={getSignature}>Go</button>', ''),
      'nothing calls getSignature',
    ],
    [
      'a function with parameters',
      changed('getSignature = async () =>', 'getSignature = async (room) =>').replace(
        "'/api/zoom'",
        'room.url',
      ),
      'uses its parameter',
    ],
    [
      'what only the starting function knows',
      changed(
        'start = async (signature) => {',
        'start = async (signature) => {\n    const log = create();',
      ).replace(JOIN, `${JOIN}\n    log(1);`),
      'what happens after the join uses log',
    ],
    [
      'what only an effect knows',
      changed(
        '  return (',
        '  useEffect(() => {\n    const number = 1;\n    const run = async () => {\n      const signature = await fetch(meetingNumber);\n      await client.init({ zoomAppRoot: root.current });\n      await client.join({ signature, meetingNumber: number, userName });\n    };\n    run();\n  }, []);\n  return (',
      )
        .replace(/ {2}const start[\s\S]*? {2}};\n/, '')
        .replace('start(signature);', '')
        .replace('<div id="zoom" />', '<div ref={root} />'),
      'the meeting number is known only where it joins',
    ],
    [
      'a ref that is used for more',
      changed("document.getElementById('zoom')", 'root.current')
        .replace('<div id="zoom" />', '<div ref={root} onClick={() => root.current.focus()} />')
        .replace('  const start', '  const root = useRef(null);\n  const start'),
      'root would be used, but not defined',
    ],
    [
      'a variable that is declared after the join and used elsewhere',
      changed(JOIN, `${JOIN}\n    var done = true;`).replace('fetch(', 'fetch(done + '),
      'what is declared after the join is used elsewhere',
    ],
    [
      'a .then after the join',
      changed('start(signature);', 'await fetch(signature).then((r) => start(r)).then(close);'),
      'a .then() follows the join',
    ],
    ['a loop', changed('start(signature);', 'for (;;) start(signature);'), 'it joins inside of ForStatement'],
    ['an unknown event', changed(JOIN, `client.on('nonsense', close); ${JOIN}`), 'it listens to nonsense'],
  ])('%s', (_name, source, reason) => {
    expect(() => migrate(source)).toThrow(
      expect.objectContaining({ name: 'NotUnderstood', message: expect.stringContaining(reason) }),
    );
  });

  it('but the plain component is understood', () => {
    expect(migrate(PLAIN).source).toContain("labels={{ join: 'Go' }}");
  });
});

it('an effect joins at once', () => {
  const { source } = migrate(
    changed('  return (', '  useEffect(() => {\n    getSignature();\n  }, []);\n\n  return (').replace(
      /<button.*\n/,
      '',
    ),
  );
  expect(source).not.toMatch(/useEffect|autoJoin/);
});

it('an effect with more in it stays, and a condition stays one', () => {
  const effect =
    '  useEffect(() => {\n    if (userName) getSignature();\n    setOpen(true);\n  }, [userName]);\n\n  return (';
  const { source } = migrate(changed('  return (', effect).replace(/<button.*\n/, ''));
  expect(source).toContain('if (userName) zoom.current?.join();\n    setOpen(true);');
  expect(source).toContain('autoJoin={false}');
  expect(source).toContain("import { useEffect, useRef } from 'react';");
});

it('what the user has to know is told', () => {
  const odd = changed(
    'start(signature);',
    'if (!signature) return;\n    if (userName) start(signature);',
  ).replace('<div id="zoom" />', '{userName && <div id="zoom" />}');
  expect(migrate(odd).remarks.map((remark) => remark.replace(/ \(line \d+\)/, ''))).toEqual([
    'The signature is returned on a condition. Otherwise, <ZoomJoin> shows an error.',
    'The button “Go” is gone: until the user joins, <ZoomJoin> shows one with the same text.',
    'The function that fetches the signature may return nothing. Then <ZoomJoin> shows an error.',
    '<ZoomJoin> is rendered on a condition. It joins only while it is there.',
    'Does your endpoint sign `video_webrtc_mode: 1`? Without it, Zoom shows two people at once and has no speaker view.',
  ]);
});

it('nothing else in the file changes: tabs, spaces, comments, quotes', () => {
  const odd =
    '// One\t two\nconst  odd = [ 1,2 ,\n\t\t3 ] ; /* three */\n\n\n\nlabel: for (;;) { break label }\n';
  const { source } = migrate(PLAIN + odd);
  expect(source.endsWith(odd)).toBe(true);
});
