import type { DeviceSecret, DeviceStore } from './device.ts';

const NAME = 'ovoz';
const STORE = 'device';

/** This browser's own database. A private window forgets it with the window, and the PIN with it. */
export const browserStore: DeviceStore = {
  load: (person) => within('readonly', (store) => store.get(person) as IDBRequest<DeviceSecret | undefined>),
  save: async (person, secret) => void (await within('readwrite', (store) => store.put(secret, person))),
  drop: async (person) => void (await within('readwrite', (store) => store.delete(person))),
};

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
