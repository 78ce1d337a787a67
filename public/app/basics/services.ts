import type { History } from 'history';
import { createContext, useContext, type ComponentType } from 'react';
import type { Privilege } from '../../../common/api';
import type { DataView } from '../../../common/sources';
import type { ApiClient } from './api_client';
import type { DiscoverLink } from './discover_link';
import type { Answers } from './memory';

/** Whether the page is dark, and word of it when that changes. */
export interface ThemePort {
  readonly isDark: () => boolean;
  /** @returns stops the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A step of the way to the page; the last one has no path, it is the page itself. */
export interface Crumb {
  readonly text: string;
  /** A path of the application, such as `/day/2015-04-01`. */
  readonly path?: string;
}

/** What stands around the page: Kibana's own chrome, or the header of the standalone host. */
export interface ChromePort {
  readonly setBreadcrumbs: (crumbs: readonly Crumb[]) => void;
  /** The parts of the document's title, the most special first. */
  readonly setTitle: (parts: readonly string[]) => void;
}

/** Short messages in the corner of the page, which go by themselves. */
export interface ToastPort {
  readonly success: (words: string) => void;
}

/** What the page remembers of a reader's habits, in the browser only. */
export interface StoragePort {
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string) => void;
}

/** The data views of a host that has some. */
export interface DataViewsPort {
  /** Rejects with an `ApiFault`. */
  readonly list: (
    signal: AbortSignal,
  ) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Rejects with an `ApiFault`. */
  readonly read: (id: string, signal: AbortSignal) => Promise<DataView>;
}

/** Sample logs; or logs of a cluster with results that are in memory only. */
export type DataNotice = 'sample' | 'look';

/** All that a door gives to the page; made once, before it is shown. */
export interface PageServices {
  readonly host: 'kibana' | 'standalone';
  /** What a host without a chrome of its own puts around the page. */
  readonly around?: ComponentType;
  readonly api: ApiClient;
  readonly history: History;
  readonly theme: ThemePort;
  readonly chrome: ChromePort;
  readonly toasts: ToastPort;
  readonly storage: StoragePort;
  /** What the reader may do; the host enforces it, the page only hides what would be refused. */
  readonly may: Readonly<Record<Privilege, boolean>>;
  /** Set where `manage` was granted, but not in all spaces, so that it does not count. */
  readonly isManageOfSpace?: true;
  /** The zone in which Kibana shows times; undefined where there is no such setting. */
  readonly hostZone?: string;
  /** Opens documents in Discover; where it is missing, our own list of documents is opened. */
  readonly openInDiscover?: (link: DiscoverLink) => void;
  /** The address of documents in Discover, for links that are copied or opened in another tab. */
  readonly discoverHref?: (link: DiscoverLink) => string;
  /** Of which sources can be made; missing where the host has none. */
  readonly dataViews?: DataViewsPort;
  /** What a host tells of itself for a report of a fault, as it can be written in JSON. */
  readonly hostFacts?: () => Readonly<Record<string, unknown>>;
  /** For style tags, where the Content-Security-Policy asks for a nonce. */
  readonly nonce?: string;
  /** What the reader must know of the data that is shown; absent where it is the reader's own. */
  readonly notice?: DataNotice;
  /** Answers of earlier visits, where the page comes and goes without being loaded anew. */
  readonly answers?: Answers;
  readonly now: () => Date;
}

/** The services of the page; `render_app` provides them. */
export const ServicesContext = createContext<PageServices | undefined>(undefined);

/** The services of the page, for components below `render_app`. */
export function useServices(): PageServices {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('the page was rendered without its services');
  return services;
}
