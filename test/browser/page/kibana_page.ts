import { createBrowserHistory } from 'history';
import type { DiscoverLink } from '../../../public/app/basics/discover_link';
import { renderApp } from '../../../public/app/render_app';
import { registerIcons } from '../../../public/standalone/icons';
import type { StandaloneOptions } from '../../../public/standalone/start_page';
import type { CoreStart, StartDependencies } from '../../../public/kibana/contracts';
import { pageServices } from '../../../public/kibana/page_services';
import { kibanaFetch } from './kibana_fetch';

/** In an address: whatever stands outside of all pages cannot be drawn. */
const BROKEN_THEME = '#broken-theme';

/**
 * Shows the page by Kibana's door, in a Kibana that has only what the page sees of it. What it opens
 * in Discover is kept in `window.openedInDiscover`.
 */
export function startKibanaPage(element: HTMLElement, options: StandaloneOptions): void {
  const { basename, may, nonce, now, http } = options;
  if (http === undefined) throw new Error('this Kibana has no server');
  registerIcons();
  const core: CoreStart = {
    application: {
      capabilities: {
        logwave: { read: may.read, run: may.run },
        logwaveJudging: { judge: may.judge },
        logwaveTagging: { tag: may.tag },
        logwaveSettings: { manage: may.manage },
        discover: { show: true },
      },
    },
    http: { fetch: kibanaFetch(http) },
    notifications: { toasts: { addSuccess: () => undefined } },
    chrome: {
      setBreadcrumbs: () => undefined,
      setHelpExtension: () => undefined,
      docTitle: {
        change: (parts) => void (document.title = parts.join(' - ')),
        reset: () => undefined,
      },
    },
    theme: {
      theme$: {
        subscribe: (next) => {
          if (window.location.hash === BROKEN_THEME) throw new Error('the theme is broken');
          next({ darkMode: false });
          return { unsubscribe: () => undefined };
        },
      },
    },
    uiSettings: { get: () => 'Browser', isDefault: () => true },
  };
  const opened: DiscoverLink[] = [];
  Object.assign(window, { openedInDiscover: opened });
  const navigate = (link: DiscoverLink): Promise<void> => Promise.resolve(void opened.push(link));
  const share: StartDependencies['share'] = {
    url: { locators: { get: () => ({ navigate, getRedirectUrl: () => '/app/r' }) } },
  };
  const dataViews = { hasData: { hasUserDataView: () => Promise.resolve(true) } };
  const history = createBrowserHistory({ basename });
  renderApp(element, {
    ...pageServices(core, { share, dataViews }, history, window.localStorage),
    ...(nonce !== undefined && { nonce }),
    ...(now !== undefined && { now }),
  });
}
