import type { ThemePort } from '../app/basics';
import type { ThemeStart } from './contracts';

/** Kibana's theme: light or dark, as the user has it set. */
export function kibanaTheme({ theme$ }: ThemeStart): ThemePort {
  let isDark = false;
  // It emits its value at once, so one subscription is enough to read it.
  const look = (): boolean => {
    theme$.subscribe(({ darkMode }) => (isDark = darkMode)).unsubscribe();
    return isDark;
  };
  return {
    isDark: look,
    subscribe(listener) {
      const subscription = theme$.subscribe(() => listener());
      return () => subscription.unsubscribe();
    },
  };
}
