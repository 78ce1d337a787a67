import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Whether the page is about to be printed. Then all rows are needed, not only those on the screen.
 */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture right after the event.
    const change = (printing: boolean) => (): void => flushSync(() => setPrinting(printing));
    const [begin, end] = [change(true), change(false)];
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
