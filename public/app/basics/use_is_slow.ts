import { useEffect, useState } from 'react';

/** After this time, the page says that it is waiting. */
const SLOW_MS = 2500;

/** Whether something has been pending for so long that the page should say so. */
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
