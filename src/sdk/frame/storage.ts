import type { FrameWindow } from '../loading/source.ts';

/** IndexedDB databases: the SDK's log and the meeting's transcript. */
const RECORDS = ['ZM-VSDK-LOG-DATABASE', 'zoom-sdk-live-transcription'];

/**
 * Gives the frame its own session storage and local storage, which live as long as the frame. Otherwise the SDK
 * stores the registration token, the ZAK and the recording token as plain text in the tab's session storage, where
 * the next join uses them, and a device number permanently in the browser's local storage.
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
 * Clears the databases in which the SDK records what people said and did, and nothing of the app's. The images and
 * media files in the SDK's caches are the same for everybody, so they stay.
 */
export async function clearRecords(page: Window): Promise<void> {
  const { indexedDB } = page;
  // Don't delete the database: that would wait for every other tab with a meeting, and block the next meeting
  // there.
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
      // The database closes once the transaction is complete.
      database.close();
    };
  }
}
