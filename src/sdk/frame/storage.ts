import type { FrameWindow } from '../loading/source.ts';

/** In IndexedDB: the SDK's log and the meeting's transcript. */
const RECORDS = ['ZM-VSDK-LOG-DATABASE', 'zoom-sdk-live-transcription'];

/**
 * Gives the frame a session and a local storage of its own, which live as long as it does. The SDK would put
 * registration token, ZAK and recording token into the tab's, in clear, where the next join would use them, and a
 * device number into the browser's, for good.
 */
export function isolateStorage(frame: FrameWindow): void {
  for (const name of ['sessionStorage', 'localStorage']) {
    Object.defineProperty(frame, name, { value: memoryStorage(), configurable: true });
  }
}

function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, String(value)),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/**
 * Empties the databases in which the SDK keeps what was said and done, and nothing of the app's. Pictures and media
 * files in its caches are the same for everybody, and stay.
 */
export async function clearRecords(page: Window): Promise<void> {
  const { indexedDB } = page;
  // Not deleted: that would wait for every other tab with a meeting, and hold up its next one.
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !RECORDS.includes(name)) continue;
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const database = opening.result;
      const stores = [...database.objectStoreNames];
      if (stores.length > 0) {
        const transaction = database.transaction(stores, 'readwrite');
        for (const store of stores) transaction.objectStore(store).clear();
      }
      // It closes when that is done.
      database.close();
    };
  }
}
