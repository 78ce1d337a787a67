import { useEffect, useState } from 'react';
import type { ThemePort } from './services';

/** Whether the page is dark now. */
export function useIsDark(theme: ThemePort): boolean {
  const [isDark, setDark] = useState(theme.isDark);
  useEffect(() => {
    const follow = (): void => setDark(theme.isDark());
    follow();
    return theme.subscribe(follow);
  }, [theme]);
  return isDark;
}
