import { createMemoryHistory } from 'history';
import { getSettings } from '../../common/api/setup/get_settings';
import { putSchedule } from '../../common/api/setup/put_schedule';
import { systemZone } from '../../common/time/zone';
import type { DiscoverLink } from '../app/basics/discover_link';
import type { Breadcrumb, CoreStart, FetchOptions, StartDependencies } from './contracts';
import { pageServices, rightsIn } from './page_services';

const { signal } = new AbortController();

/** Kibana's theme, to be changed at will. */
function makeTheme() {
  const listeners = new Set<(value: { readonly darkMode: boolean }) => void>();
  let darkMode = false;
  return {
    listeners,
    set(isDark: boolean) {
      darkMode = isDark;
      for (const listener of listeners) listener({ darkMode });
    },
    theme$: {
      subscribe(next: (value: { readonly darkMode: boolean }) => void) {
        listeners.add(next);
        next({ darkMode });
        return { unsubscribe: () => void listeners.delete(next) };
      },
    },
  };
}

function make(given: Partial<CoreStart> = {}, dependencies: StartDependencies = {}) {
  const theme = makeTheme();
  const crumbs: Breadcrumb[][] = [];
  const titles: string[][] = [];
  const asked: [string, FetchOptions][] = [];
  const toasts: string[] = [];
  const core: CoreStart = {
    application: { capabilities: {} },
    http: {
      fetch: (path, options) => {
        asked.push([path, options]);
        return Promise.resolve({ response: { status: 200 }, body: { enabled: true } });
      },
    },
    notifications: { toasts: { addSuccess: ({ title }) => toasts.push(title) } },
    chrome: {
      setHelpExtension: () => undefined,
      setBreadcrumbs: (breadcrumbs) => void crumbs.push(breadcrumbs),
      docTitle: { change: (parts) => void titles.push(parts), reset: () => undefined },
    },
    theme,
    uiSettings: { get: () => 'Browser', isDefault: () => true },
    ...given,
  };
  const history = createMemoryHistory();
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const services = pageServices(core, dependencies, history, storage);
  return { services, theme, crumbs, titles, toasts, asked, history };
}

describe('requests', () => {
  it("go through Kibana's client, which knows its base path", async () => {
    const { services, asked } = make();
    await services.api(putSchedule, { body: { interval: '1h', tag: false } }, signal);
    expect(asked).toEqual([
      [
        '/api/logwave/schedule',
        {
          method: 'PUT',
          query: {},
          body: '{"interval":"1h","tag":false}',
          signal,
          asResponse: true,
        },
      ],
    ]);
  });

  it("report in the host's words what it refuses", async () => {
    const body = { statusCode: 403, error: 'Forbidden', message: 'Forbidden' };
    const refusal = Object.assign(new Error('Forbidden'), { response: { status: 403 }, body });
    const { services } = make({ http: { fetch: () => Promise.reject(refusal) } });
    const asking = services.api(getSettings, {}, signal);
    await expect(asking).rejects.toMatchObject({ statusCode: 403, message: 'Forbidden' });
  });

  it('are given up where the page is left while an answer is read', async () => {
    const aborted = Object.assign(new Error('The user aborted a request.'), {
      name: 'AbortError',
      response: { status: 200 },
    });
    const { services } = make({ http: { fetch: () => Promise.reject(aborted) } });
    await expect(services.api(getSettings, {}, signal)).rejects.toBe(aborted);
  });

  it('report that nothing answered', async () => {
    const gone = new TypeError('Failed to fetch');
    const { services } = make({ http: { fetch: () => Promise.reject(gone) } });
    await expect(services.api(getSettings, {}, signal)).rejects.toMatchObject({ statusCode: 0 });
  });
});

describe('theme', () => {
  it("follows Kibana's and unsubscribes from it", () => {
    const { services, theme } = make();
    expect(services.theme.isDark()).toBe(false);
    let calls = 0;
    const stop = services.theme.subscribe(() => (calls += 1));
    theme.set(true);
    expect(services.theme.isDark()).toBe(true);
    expect(calls).toBeGreaterThan(0);
    stop();
    expect(theme.listeners.size).toBe(0);
  });
});

describe('toasts', () => {
  it("are Kibana's own", () => {
    const { services, toasts } = make();
    services.toasts.success('Tagged 3 documents.');
    expect(toasts).toEqual(['Tagged 3 documents.']);
  });
});

describe('chrome', () => {
  it('leads back by the history of the app, without reloading Kibana', () => {
    const { services, crumbs, titles, history } = make();
    services.chrome.setBreadcrumbs([{ text: 'Logwave', path: '/' }, { text: 'Day' }]);
    const [first, last] = crumbs[0] ?? [];
    expect(last).toEqual({ text: 'Day' });
    expect(first?.href).toBe('/');
    history.push('/day/2015-04-01');
    const preventDefault = jest.fn();
    first?.onClick?.({ preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(history.location.pathname).toBe('/');
    services.chrome.setTitle(['Day', 'Logwave']);
    expect(titles).toEqual([['Day', 'Logwave']]);
  });
});

describe('rights', () => {
  it('are those that the features grant', () => {
    const capabilities = { logwave: { read: true, run: false }, logwaveTagging: { tag: true } };
    expect(rightsIn(capabilities)).toEqual({
      read: true,
      judge: false,
      run: false,
      tag: true,
      manage: false,
    });
    const judging = { logwave: { read: true }, logwaveJudging: { judge: true } };
    expect(rightsIn(judging).judge).toBe(true);
    // A role that analyzes judges as well, without being granted anything.
    expect(rightsIn({ logwave: { read: true, run: true, judge: true } }).judge).toBe(true);
    const settings = { logwaveSettings: { manage: true } };
    expect(rightsIn(settings)).toEqual({
      read: true,
      judge: false,
      run: false,
      tag: false,
      manage: true,
    });
    expect(rightsIn({})).toEqual({
      read: false,
      judge: false,
      run: false,
      tag: false,
      manage: false,
    });
  });
});

describe('the zone of the host', () => {
  it("is that of Kibana's settings, which may leave it to the browser", () => {
    expect(make().services.hostZone).toBe(systemZone());
    const { services } = make({
      uiSettings: { get: () => 'Europe/Vienna', isDefault: () => true },
    });
    expect(services.hostZone).toBe('Europe/Vienna');
  });
});

describe('facts for a report', () => {
  it('name what differs between versions of Kibana, as it is here', () => {
    const application = { capabilities: { discover_v2: { show: true }, logwave: { read: true } } };
    Object.assign(globalThis, { window: { __kbnSharedDeps__: { React: {}, Moment: {} } } });
    expect(make({ application }).services.hostFacts?.()).toEqual({
      may: { read: true, judge: false, run: false, tag: false, manage: false },
      discover: ['discover_v2'],
      discover_locator: false,
      shared_modules: ['Moment', 'React'],
    });
    Reflect.deleteProperty(globalThis, 'window');
  });
});

describe('Discover', () => {
  it('is opened by its locator, and not offered if there is none or the user may not', () => {
    expect(make().services.openInDiscover).toBeUndefined();
    const opened: DiscoverLink[] = [];
    const navigate = (link: DiscoverLink) => Promise.resolve(void opened.push(link));
    const getRedirectUrl = ({ columns }: DiscoverLink) => `/app/r?${columns.join()}`;
    const locator = { navigate, getRedirectUrl };
    const locators = {
      get: (id: string) => (id === 'DISCOVER_APP_LOCATOR' ? locator : undefined),
    };
    const link = { columns: ['message'] } as unknown as DiscoverLink;
    const share = { url: { locators } };
    expect(make({}, { share }).services.openInDiscover).toBeUndefined();
    for (const feature of ['discover', 'discover_v2']) {
      const application = { capabilities: { [feature]: { show: true } } };
      const { services } = make({ application }, { share });
      services.openInDiscover?.(link);
      expect(services.discoverHref?.(link)).toBe('/app/r?message');
    }
    expect(opened).toEqual([link, link]);
  });
});
