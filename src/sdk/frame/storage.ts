import type { FrameWindow } from '../loading/source.ts';

/**
 * Keeps what the SDK stores in the frame's memory, so that it ends with the frame. The SDK's caches stay: they
 * contain Zoom's media files, which are the same for everybody.
 */
export function isolateStorage(frame: FrameWindow): void {
  // Otherwise the SDK stores the registration token, the ZAK and the recording token as plain text in the tab's
  // session storage, where the next join uses them, and a device number permanently in the browser's local storage.
  for (const name of ['sessionStorage', 'localStorage']) {
    Object.defineProperty(frame, name, { value: memoryStorage(), configurable: true });
  }
  // Databases are shared with the origin's other tabs and outlive a closed one. If Zoom switches logging on, the SDK
  // writes the meeting number, the user's name and the tokens of the connection into one. Databases that stay empty
  // are enough for it: it keeps its log in memory too, and loads its background images again. Only of more than
  // 100,000 lines of captions, it loses the oldest. Its workers, which have prototypes of their own, use no database.
  // Don't make `open` fail instead: the SDK would not log at all, and would throw an error.
  const { prototype } = frame.IDBObjectStore;
  prototype.put = prototype.add = function (this: IDBObjectStore) {
    // A request that succeeds and writes nothing.
    return this.count() as IDBRequest<IDBValidKey>;
  };
  // Nothing is written, so there is no entry that a cursor could change, unless another tab has written one.
  frame.IDBCursor.prototype.update = function (this: IDBCursor) {
    return (this.source as IDBObjectStore).count() as IDBRequest<IDBValidKey>;
  };
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
