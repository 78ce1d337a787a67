import type { StoragePort } from './services';

/**
 * Habits in the browser's storage. Where it is closed to us (private windows, full quota) they last
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
        // Reading is refused: nothing was kept.
        return null;
      }
    },
    set: (key, value) => {
      kept.set(key, value);
      try {
        storage.setItem(key, value);
      } catch {
        // Writing is refused: what `kept` holds is enough for this visit.
      }
    },
  };
}
