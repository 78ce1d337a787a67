import type { ChromePort, Crumb } from '../basics';

/** The state of the standalone host's header; Kibana has a chrome of its own. */
export interface OwnChrome extends ChromePort {
  readonly breadcrumbs: () => readonly Crumb[];
  /** @returns stops the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a chrome that stores the breadcrumbs for the header, and sets the document's title. */
export function createOwnChrome(document: { title: string }): OwnChrome {
  let crumbs: readonly Crumb[] = [];
  const listeners = new Set<() => void>();
  return {
    setBreadcrumbs: (given) => {
      crumbs = given;
      listeners.forEach((listener) => listener());
    },
    setTitle: (parts) => {
      document.title = parts.join(' - ');
    },
    breadcrumbs: () => crumbs,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
