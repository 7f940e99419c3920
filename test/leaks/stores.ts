/**
 * `installStores` runs in the page and reads what the browser stores for its origin. Frames and workers of the same
 * origin have the same stores, but their localStorage and sessionStorage may be replaced, so read those in the page.
 */

declare global {
  interface Window {
    stores: {
      /** Returns what is in the databases: for each entry, its database, its store, its key and its value. */
      databases(): Promise<unknown[][]>;
      caches(): Promise<string>;
      /** The origin private file system. */
      files(): Promise<string>;
      /** Returns everything readable in a stored value as text. */
      textOf(value: unknown): Promise<string>;
    };
  }
}

export function installStores(): void {
  /** In bytes. What is larger is one of the SDK's own files. */
  const LARGE = 100_000;

  const request = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });

  async function textOf(value: unknown): Promise<string> {
    if (value instanceof Blob) return value.size > LARGE ? '' : value.text();
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      return value.byteLength > LARGE ? '' : new TextDecoder().decode(value);
    }
    if (typeof value !== 'object' || value === null) return String(value);
    const parts = value instanceof Map || value instanceof Set ? [...value] : Object.entries(value).flat();
    return (await Promise.all(parts.map(textOf))).join('\n');
  }

  async function filesIn(folder: FileSystemDirectoryHandle): Promise<string> {
    const found: string[] = [];
    for await (const [name, handle] of folder.entries()) {
      const content = handle instanceof FileSystemDirectoryHandle ? filesIn(handle) : readFile(handle);
      found.push(name, await content);
    }
    return found.join('\n');
  }
  const readFile = async (handle: FileSystemHandle) =>
    textOf(await (handle as FileSystemFileHandle).getFile());

  window.stores = {
    textOf,
    async databases() {
      const found: unknown[][] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await request(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const entries = database.transaction(store).objectStore(store);
          const [keys, values] = await Promise.all([
            request(entries.getAllKeys()),
            request(entries.getAll()),
          ]);
          found.push(...keys.map((key, index) => [name, store, key, values[index]]));
        }
        database.close();
      }
      return found;
    },
    async caches() {
      const found: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) {
          const response = await cache.match(key);
          const isLarge = Number(response?.headers.get('content-length') ?? 0) > LARGE;
          found.push(name, key.url, await textOf([...key.headers, ...(response?.headers ?? [])]));
          if (response && !isLarge) found.push(await textOf(await response.blob()));
        }
      }
      return found.join('\n');
    },
    files: async () => filesIn(await navigator.storage.getDirectory()),
  };
}
