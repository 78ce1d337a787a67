import { useState } from 'react';
import type { Day } from '../../../../../common/time';

/**
 * Whether the line of a message keeps its height: once a day has had one, since the rows below
 * would move up if the line left, and down when the next message comes.
 *
 * @param isShown whether there is a message at this moment
 */
export function useHeldLine(day: Day, isShown: boolean): boolean {
  const [heldOn, setHeldOn] = useState<Day>();
  if (isShown && heldOn !== day) setHeldOn(day);
  return isShown || heldOn === day;
}
