import { useEffect, useState } from 'react';

/**
 * A value that some components look at while it changes often. It is not React state of what stands
 * above them: that would be drawn anew with each change.
 */
export interface Cell<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** @returns stops the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a cell. */
export function createCell<T>(initial: T): Cell<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (value === current) return;
      current = value;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What a cell holds now. */
export function useCell<T>(cell: Cell<T>): T {
  const [value, setValue] = useState(cell.get);
  useEffect(() => {
    const follow = (): void => setValue(cell.get);
    follow();
    return cell.subscribe(follow);
  }, [cell]);
  return value;
}
