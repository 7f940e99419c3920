import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SDK_EVENTS } from '../../src/sdk/client/events.ts';
import { SDK_SCRIPT } from '../../src/sdk/profile/file-names.ts';
import { compareSdks, readSdk } from './compare.ts';

const SDK = join(import.meta.dirname, '../../node_modules/@zoom/meetingsdk/dist');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdk-'));
  mkdirSync(join(folder, 'lib'));
  cpSync(join(SDK, 'lib/av'), join(folder, 'lib/av'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the tested SDK has everything that this package relies on', () => {
  const facts = readSdk(SDK);
  expect(facts.missing).toEqual([]);
  expect(facts.methods).toEqual(expect.arrayContaining(['init', 'join', 'leaveMeeting', 'setViewType']));
  expect(facts.methods.length).toBeGreaterThan(60);
  expect(SDK_EVENTS.filter((event) => !facts.events.includes(event))).toEqual([]);
});

it('tells what has changed in another one', () => {
  const text = readFileSync(join(SDK, SDK_SCRIPT), 'utf8')
    .replace('this.getCurrentUser=()=>', 'this.sing=()=>1,this.getCurrentUser=()=>')
    .replace('this.putOnHold=', 'this.hold=')
    .replaceAll('"user-added"', '"person-added"')
    .replaceAll('invitee-name', 'callee-name');
  writeFileSync(join(folder, SDK_SCRIPT), text);
  const lines = compareSdks(readSdk(SDK), readSdk(folder));
  expect(lines).toEqual([
    'new methods: hold, sing',
    'lost methods: putOnHold',
    'new events: person-added',
    'lost events: user-added',
    'not found any more: invitee-name',
    expect.stringMatching(/^script: \d+ kB → \d+ kB$/),
    expect.stringMatching(/^media: (\d+ kB) → \1$/),
  ]);
});
