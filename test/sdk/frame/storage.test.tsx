import { afterEach, describe, expect, it } from 'vitest';
import { createFrame } from '../../../src/sdk/frame/frame.ts';

const NAME = 'a-database';
const meetingFrame = () => createFrame(document.body, { title: 'Zoom meeting', onUnload() {}, onGone() {} });

const done = <T,>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** Opens the database, and its store with entries at the time it is created. */
function open(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open(NAME);
  opening.onupgradeneeded = () => opening.result.createObjectStore('lines').add('first', 1);
  return done(opening);
}

async function write(factory: IDBFactory): Promise<void> {
  const database = await open(factory);
  const transaction = database.transaction('lines', 'readwrite');
  const lines = transaction.objectStore('lines');
  const requests = [lines.put('second', 2), lines.add('third', 3)];
  const complete = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  await Promise.all([...requests.map(done), complete]);
  database.close();
}

async function read(): Promise<string[]> {
  const database = await open(indexedDB);
  const lines: unknown[] = await done(database.transaction('lines').objectStore('lines').getAll());
  database.close();
  return lines.map(String);
}

afterEach(async () => {
  document.body.replaceChildren();
  await done(indexedDB.deleteDatabase(NAME));
});

describe('what the SDK writes to a database', () => {
  it('is not stored, although every request and transaction succeeds', async () => {
    const frame = meetingFrame();
    await write(frame.window.indexedDB);
    expect(await read()).toEqual([]);
    frame.remove();
  });

  it('does not change what the app stores in the meantime', async () => {
    const frame = meetingFrame();
    await write(indexedDB);
    await write(frame.window.indexedDB);
    frame.remove();
    expect(await read()).toEqual(['first', 'second', 'third']);
  });
});

it('what the SDK puts into localStorage and sessionStorage ends with the frame', () => {
  const frame = meetingFrame();
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    frame.window[name].setItem('key', 'value');
    expect([frame.window[name].getItem('key'), window[name].getItem('key')]).toEqual(['value', null]);
  }
  frame.remove();
  const next = meetingFrame();
  expect(next.window.localStorage.getItem('key')).toBeNull();
  next.remove();
});
