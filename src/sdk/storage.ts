/** In `sessionStorage`, in clear: registration token, ZAK, OBF and recording token, keys, names. */
const SESSION_KEYS = /^(WEB_CLIENT_|WEB_SDK_|zoom-storage-)/;
/** In `localStorage`, for good: what tells this browser from others, and an empty probe. */
const LOCAL_KEYS = /^(zoom-local-storage$|laplace-device-id$|privateTest$)/;
/** In IndexedDB: the SDK's log and the meeting's transcript. */
const RECORDS = ['ZM-VSDK-LOG-DATABASE', 'zoom-sdk-live-transcription'];

/** Some of its keys are stored base64-encoded: `zoom-storage-<meeting UUID>` holds the tokens as JSON. */
const isSdkKey = (key: string, keys: RegExp): boolean => {
  if (keys.test(key)) return true;
  try {
    return keys.test(atob(key.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return false;
  }
};

/**
 * Removes what the SDK has stored about the meeting and its person, and nothing of the app's: the next join in the
 * same tab would use the tokens. Pictures and media files in its caches are the same for everybody, and stay.
 */
export function clearSdkStorage(page: Window): void {
  try {
    clearKeys(page.sessionStorage, SESSION_KEYS);
    clearKeys(page.localStorage, LOCAL_KEYS);
    void clearRecords(page.indexedDB).catch(() => {});
  } catch {
    // Storage is forbidden in this context, then nothing is in it.
  }
}

function clearKeys(storage: Storage, keys: RegExp): void {
  for (const key of Object.keys(storage)) if (isSdkKey(key, keys)) storage.removeItem(key);
}

/** Empties the databases: deleting one would wait for every other tab with a meeting, and hold up its next one. */
async function clearRecords(indexedDB: IDBFactory): Promise<void> {
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
