import type { History } from 'history';
import { createContext, useContext, type ComponentType } from 'react';
import type { Privilege } from '../../../common/api';
import type { DataView } from '../../../common/sources';
import type { ApiClient } from './api_client';
import type { DiscoverLink } from './discover_link';
import type { Answers } from './memory';

/** Whether the page is dark, and notifications when that changes. */
export interface ThemePort {
  readonly isDark: () => boolean;
  /** @returns stops the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A breadcrumb. The last one has no path, since it is the page itself. */
export interface Crumb {
  readonly text: string;
  /** A path of the application, such as `/day/2015-04-01`. */
  readonly path?: string;
}

/** The frame of the page: Kibana's own chrome, or the header of the standalone host. */
export interface ChromePort {
  readonly setBreadcrumbs: (crumbs: readonly Crumb[]) => void;
  /** The parts of the document's title, the most specific first. */
  readonly setTitle: (parts: readonly string[]) => void;
}

/** Short messages in the corner of the page, which disappear by themselves. */
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

/** Sample logs, or logs of a cluster with results that are only in memory. */
export type DataNotice = 'sample' | 'look';

/** All that a host gives to the page; created once, before it is shown. */
export interface PageServices {
  readonly host: 'kibana' | 'standalone';
  /** What a host without its own chrome puts around the page. */
  readonly around?: ComponentType;
  readonly api: ApiClient;
  readonly history: History;
  readonly theme: ThemePort;
  readonly chrome: ChromePort;
  readonly toasts: ToastPort;
  readonly storage: StoragePort;
  /** What the reader may do. The host enforces it. The page only hides what would be refused. */
  readonly may: Readonly<Record<Privilege, boolean>>;
  /** Set if `manage` was granted, but not in all spaces, so that it does not count. */
  readonly isManageOfSpace?: true;
  /** The zone in which Kibana shows times; undefined if there is no such setting. */
  readonly hostZone?: string;
  /** Opens documents in Discover. If absent, our own list of documents is opened. */
  readonly openInDiscover?: (link: DiscoverLink) => void;
  /** The address of documents in Discover, for links that are copied or opened in another tab. */
  readonly discoverHref?: (link: DiscoverLink) => string;
  /** From which sources can be made; absent if the host has none. */
  readonly dataViews?: DataViewsPort;
  /** Facts about the host for a bug report, as they can be written in JSON. */
  readonly hostFacts?: () => Readonly<Record<string, unknown>>;
  /** For style tags, if the Content-Security-Policy requires a nonce. */
  readonly nonce?: string;
  /** What the reader should know about the data; absent if it is the reader's own. */
  readonly notice?: DataNotice;
  /** Answers of earlier visits, if the page comes and goes without being loaded again. */
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
