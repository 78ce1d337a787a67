import type { StoragePort } from './services';

/**
 * Habits in the browser's storage. If it is not available (private windows, full quota), they last
 * as long as the page.
 */
export function createBrowserStorage(storage: Pick<Storage, 'getItem' | 'setItem'>): StoragePort {
  const kept = new Map<string, string>();
  return {
    get: (key) => {
      const held = kept.get(key);
      if (held !== undefined) return held;
      try {
        return storage.getItem(key);
      } catch {
        // Reading is refused, so nothing was stored.
        return null;
      }
    },
    set: (key, value) => {
      kept.set(key, value);
      try {
        storage.setItem(key, value);
      } catch {
        // Writing is refused, but `kept` is enough for this visit.
      }
    },
  };
}
