import { useEffect, useState } from 'react';
import { useServices, useIsDark } from '../../../basics';
import { DARK, LIGHT, type Tokens } from '../../../theme';
import { usePrinting } from '../../../rows';

const FORCED = '(forced-colors: active)';
const FORCED_DARK = '(forced-colors: active) and (prefers-color-scheme: dark)';

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const follow = (): void => setMatches(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

/**
 * The colors for drawings on a canvas, which style sheets do not reach: those of the theme, those
 * for paper while the page is printed, and those for the background that a reader forces on all
 * pages.
 */
export function useTokens(): Tokens {
  const { theme } = useServices();
  const isDark = useIsDark(theme);
  const isPrinting = usePrinting();
  const isForced = useMedia(FORCED);
  const isForcedDark = useMedia(FORCED_DARK);
  if (isPrinting) return LIGHT;
  return (isForced ? isForcedDark : isDark) ? DARK : LIGHT;
}
