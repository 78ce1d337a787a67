import { useEffect, useState } from 'react';
import type { Day } from '../../../../../common/time';
import { useMemory, type ReturnPoint } from '../../../basics';

/**
 * The position at which the reader left the day, after a return to it; read once, then forgotten.
 */
export function useReturn(day: Day): ReturnPoint | undefined {
  const { returns } = useMemory();
  const [point] = useState(() => returns.get(day));
  useEffect(() => {
    returns.delete(day);
    if (point?.scroll !== undefined) window.scrollTo(0, point.scroll);
  }, [returns, day, point]);
  return point;
}
