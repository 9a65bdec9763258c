/** What the device keeps of own logs: an IndexedDB database with promises around it. Works in the page and in workers. */

const NAME = 'barp-playground/logs'
const VERSION = 1
/** `entries`: id to SavedLog. `columns`: id to a world's columns. `embeddings`: content hash to 384 signed bytes. */
export type StoreName = 'entries' | 'columns' | 'embeddings'
const STORES: readonly StoreName[] = ['entries', 'columns', 'embeddings']

/** @throws Error in words where the browser keeps nothing */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Error('This browser keeps nothing for this page (a private window?).'))
    if (!globalThis.indexedDB) return refuse()
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = refuse
    request.onblocked = refuse
  })
}

/** One transaction: resolves when it is kept for good. @throws Error in words, with a full storage said so */
export function transact<T>(
  database: IDBDatabase,
  stores: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  work: (store: (name: StoreName) => IDBObjectStore) => () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...stores], mode)
    const result = work(name => transaction.objectStore(name))
    transaction.oncomplete = () => resolve(result())
    transaction.onabort = () => reject(inWords(transaction.error))
  })
}

function inWords(error: DOMException | null): Error {
  if (error?.name === 'QuotaExceededError') return new Error('The storage of this browser is full.')
  return new Error(`The browser’s storage failed: ${error?.message || 'no reason given'}.`)
}
