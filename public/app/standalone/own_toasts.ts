import type { ToastPort } from '../basics';

/** A message that is shown. */
export interface ShownToast {
  readonly id: string;
  readonly title: string;
}

/** The messages of the standalone host; Kibana has its own. */
export interface OwnToasts extends ToastPort {
  /** The same list object until a message comes or goes. */
  readonly shown: () => readonly ShownToast[];
  readonly dismiss: (id: string) => void;
  /** @returns stops the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a list of messages, empty at first. */
export function createOwnToasts(): OwnToasts {
  let shown: readonly ShownToast[] = [];
  let count = 0;
  const listeners = new Set<() => void>();
  const change = (next: readonly ShownToast[]): void => {
    shown = next;
    listeners.forEach((listener) => listener());
  };
  return {
    success: (title) => {
      count += 1;
      change([...shown, { id: String(count), title }]);
    },
    shown: () => shown,
    dismiss: (gone) => change(shown.filter(({ id }) => id !== gone)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
