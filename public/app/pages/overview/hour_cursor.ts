import { useEffect, useState } from 'react';

/** The hour that is looked at in all rows; not React state, since a hundred rows would be drawn anew. */
export interface HourCursor {
  readonly hour: () => number | undefined;
  readonly set: (hour: number | undefined) => void;
  /** @returns stops the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a cursor that points nowhere. */
export function createHourCursor(): HourCursor {
  let current: number | undefined;
  const listeners = new Set<() => void>();
  return {
    hour: () => current,
    set: (hour) => {
      if (hour === current) return;
      current = hour;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The hour after an arrow key, from one end of the day to the other. */
export function steppedHour(hour: number | undefined, step: 1 | -1): number {
  if (hour === undefined) return step === 1 ? 0 : 23;
  return (hour + step + 24) % 24;
}

/** The hour that the cursor points at. */
export function useHour(cursor: HourCursor): number | undefined {
  const [hour, setHour] = useState(cursor.hour);
  useEffect(() => {
    const follow = (): void => setHour(cursor.hour());
    follow();
    return cursor.subscribe(follow);
  }, [cursor]);
  return hour;
}
