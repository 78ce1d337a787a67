import type { StoragePort, ThemePort } from '../basics';

/** A theme that the reader can choose. Until then, the system's theme is used. */
export interface BrowserTheme extends ThemePort {
  readonly toggle: () => void;
}

const KEY = 'logwave.theme';

/** The part of `window` with the system's theme. */
export interface MediaWindow {
  readonly matchMedia: (
    query: string,
  ) => Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;
}

/** Makes the theme of the standalone host. */
export function createBrowserTheme(window: MediaWindow, storage: StoragePort): BrowserTheme {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const listeners = new Set<() => void>();
  const isDark = (): boolean => {
    const chosen = storage.get(KEY);
    return chosen === null ? system.matches : chosen === 'dark';
  };
  return {
    isDark,
    subscribe: (listener) => {
      listeners.add(listener);
      system.addEventListener('change', listener);
      return () => {
        listeners.delete(listener);
        system.removeEventListener('change', listener);
      };
    },
    toggle: () => {
      storage.set(KEY, isDark() ? 'light' : 'dark');
      listeners.forEach((listener) => listener());
    },
  };
}
