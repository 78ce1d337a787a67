import { useEffect, useState } from 'react';

/** An answer that is not there by then is worth a word. */
const SLOW_MS = 2500;

/** Whether something has been waited for so long that a reader should be told. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isWaiting && isSlow;
}
