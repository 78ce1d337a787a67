import { createBrowserHistory } from 'history';
import {
  type PageServices,
  createApiClient,
  createBrowserStorage,
  windowHttp,
  type Http,
} from '../app/basics';
import { renderApp } from '../app';
import {
  createBrowserTheme,
  StandaloneAround,
  createOwnChrome,
  createOwnToasts,
  followTheme,
} from '../app/standalone';
import { registerIcons } from './icons';

/** What the standalone host says about itself. */
export interface StandaloneOptions {
  /** The path below which the page's addresses are, such as `/app/logwave`; '' for the root. */
  readonly basename: string;
  /** For style tags; undefined if none is required. */
  readonly nonce: string | undefined;
  readonly may: PageServices['may'];
  readonly notice?: PageServices['notice'];
  readonly http?: Http;
  readonly now?: () => Date;
}

/**
 * Shows the application without Kibana. EUI's own style sheets are links of the document that say
 * which theme they are for: `<link rel="stylesheet" href="…" data-theme="light">`.
 *
 * @returns removes it again
 */
export function startPage(element: HTMLElement, options: StandaloneOptions): () => void {
  registerIcons();
  const { basename, nonce, may, notice, http = windowHttp, now = () => new Date() } = options;
  const storage = createBrowserStorage(window.localStorage);
  const theme = createBrowserTheme(window, storage);
  const stopFollowing = followTheme(document, theme);
  const unmount = renderApp(element, {
    host: 'standalone',
    around: StandaloneAround,
    api: createApiClient(http),
    history: createBrowserHistory({ basename }),
    theme,
    chrome: createOwnChrome(document),
    toasts: createOwnToasts(),
    storage,
    may,
    now,
    ...(nonce !== undefined && { nonce }),
    ...(notice !== undefined && { notice }),
  });
  return () => {
    unmount();
    stopFollowing();
  };
}
