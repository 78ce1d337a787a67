import { useEffect, useState } from 'react';

/**
 * A value that changes often and that some components watch. It is not React state of their
 * parents, since these would be drawn again with each change.
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

/** The current value of a cell. */
export function useCell<T>(cell: Cell<T>): T {
  const [value, setValue] = useState(cell.get);
  useEffect(() => {
    const follow = (): void => setValue(cell.get);
    follow();
    return cell.subscribe(follow);
  }, [cell]);
  return value;
}
