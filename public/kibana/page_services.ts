import type { History } from 'history';
import { systemZone } from '../../common/time';
import { createApiClient, createBrowserStorage, type PageServices } from '../app/basics';
import type { Capabilities, CoreStart, StartDependencies } from './contracts';
import { kibanaChrome } from './kibana_chrome';
import { kibanaDataViews } from './kibana_data_views';
import { kibanaHttp } from './kibana_http';
import { kibanaTheme } from './kibana_theme';

const DISCOVER = 'DISCOVER_APP_LOCATOR';
/** Discover's feature, under its names in different versions of Kibana. */
export const DISCOVER_FEATURES: readonly string[] = ['discover', 'discover_v2'];
/** Kibana's setting for the zone of times; this value of it means that of the browser. */
const ZONE_SETTING = 'dateFormat:tz';
const ZONE_OF_BROWSER = 'Browser';

/** What Kibana's features grant the user. */
export function rightsIn(capabilities: Capabilities): PageServices['may'] {
  const { logwave, logwaveJudging, logwaveTagging, logwaveSettings } = capabilities;
  return {
    // Settings cannot be changed unread.
    read: logwave?.['read'] === true || logwaveSettings?.['manage'] === true,
    judge: logwave?.['judge'] === true || logwaveJudging?.['judge'] === true,
    run: logwave?.['run'] === true,
    tag: logwaveTagging?.['tag'] === true,
    manage: logwaveSettings?.['manage'] === true,
  };
}

/** The zone in which Kibana shows times. */
function hostZone(core: CoreStart): Pick<PageServices, 'hostZone'> {
  const zone = core.uiSettings.get(ZONE_SETTING);
  if (typeof zone !== 'string') return {};
  return { hostZone: zone === ZONE_OF_BROWSER ? systemZone() : zone };
}

/** Discover, for users who may use it. Others have the page's own list of documents. */
function discover(
  { capabilities }: CoreStart['application'],
  { share }: StartDependencies,
): Pick<PageServices, 'openInDiscover' | 'discoverHref'> {
  const locator = share?.url.locators.get(DISCOVER);
  const mayOpen = DISCOVER_FEATURES.some((name) => capabilities[name]?.['show'] === true);
  if (locator === undefined || !mayOpen) return {};
  return {
    openInDiscover: (link) => void locator.navigate(link),
    // The data view is not part of Discover's own addresses, but this one includes it.
    discoverHref: (link) => locator.getRedirectUrl(link),
  };
}

/** Facts that differ between versions of Kibana, for a bug report. */
function hostFacts(core: CoreStart, { share }: StartDependencies) {
  const { capabilities } = core.application;
  return {
    may: rightsIn(capabilities),
    discover: DISCOVER_FEATURES.filter((name) => capabilities[name] !== undefined),
    discover_locator: share?.url.locators.get(DISCOVER) !== undefined,
    shared_modules: Object.keys(window.__kbnSharedDeps__ ?? {}).sort(),
  };
}

/** All that Kibana gives to the page. @param isDiscoverUsable false if it has no data view */
export function pageServices(
  core: CoreStart,
  dependencies: StartDependencies,
  history: History,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  isDiscoverUsable = true,
): PageServices {
  return {
    host: 'kibana',
    api: createApiClient(kibanaHttp(core.http)),
    history,
    theme: kibanaTheme(core.theme),
    chrome: kibanaChrome(core.chrome, history),
    toasts: { success: (title) => void core.notifications.toasts.addSuccess({ title }) },
    storage: createBrowserStorage(storage),
    may: rightsIn(core.application.capabilities),
    now: () => new Date(),
    hostFacts: () => hostFacts(core, dependencies),
    ...(dependencies.dataViews && { dataViews: kibanaDataViews(kibanaHttp(core.http)) }),
    ...hostZone(core),
    ...(isDiscoverUsable ? discover(core.application, dependencies) : {}),
  };
}
