import { useState } from 'react';
import type { RowSize, View } from '../../../basics';

/** The size of rows: as the reader chose, else comfortable on touch devices. */
export function useRowSize({ rows }: Pick<View, 'rows'>): RowSize {
  const [isTouch] = useState(() => window.matchMedia('(pointer: coarse)').matches);
  return rows ?? (isTouch ? 'comfortable' : 'compact');
}
