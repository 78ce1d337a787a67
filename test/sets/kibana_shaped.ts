import { createBrowserHistory } from 'history';
import type { Http } from '../../public/app/basics/http';
import { formatText } from '../../public/i18n/format_text';
import type { CoreSetup, CoreStart, MountParameters } from '../../public/kibana/contracts';
import { kibanaFetch } from '../browser/page/kibana_fetch';

/**
 * Runs in the browser: a Kibana that has only what the plugin sees of it. `openLogwave` starts the
 * plugin and shows its page, `closeLogwave` takes it away.
 */
interface ShapedWindow {
  readonly fixtureHttp: Http;
  readonly __kbnSharedDeps__: Record<string, unknown>;
  __kbnPublicPath__: Record<string, string>;
  __kbnBundles__: { define(id: string, load: (key: unknown) => unknown, key: unknown): void };
  openLogwave(): Promise<void>;
  closeLogwave(): void;
}

interface PluginModule {
  plugin(): { setup(core: CoreSetup): void };
}

const shaped = window as unknown as ShapedWindow;
const BASE = '/app/logwave';
const bundles = new Map<string, () => unknown>();

shaped.__kbnPublicPath__ = { logwave: '/bundles/' };
shaped.__kbnBundles__ = {
  define: (id, load, key) => void bundles.set(id, () => load(key)),
};
shaped.__kbnSharedDeps__['KbnI18n'] = {
  i18n: {
    translate: (_: string, { defaultMessage, values = {} }: Parameters<typeof translated>[0]) =>
      translated({ defaultMessage, values }),
  },
};

function translated(text: {
  readonly defaultMessage: string;
  readonly values?: Readonly<Record<string, string | number>>;
}): string {
  return formatText(text.defaultMessage, text.values ?? {});
}

function coreOf(http: Http): CoreStart {
  const granted = { read: true, judge: true, run: true, tag: true, manage: true };
  return {
    application: {
      capabilities: {
        logwave: granted,
        logwaveJudging: granted,
        logwaveTagging: granted,
        logwaveSettings: granted,
        discover_v2: { show: true },
      },
    },
    http: { fetch: kibanaFetch(http) },
    notifications: { toasts: { addSuccess: () => undefined } },
    chrome: {
      setBreadcrumbs: () => undefined,
      setHelpExtension: () => undefined,
      docTitle: { change: () => undefined, reset: () => undefined },
    },
    theme: {
      theme$: {
        subscribe: (next) => {
          next({ darkMode: false });
          return { unsubscribe: () => undefined };
        },
      },
    },
    uiSettings: { get: () => 'UTC', isDefault: () => true },
  };
}

type Mount = (parameters: MountParameters) => Promise<() => void>;

let unmount: (() => void) | undefined;

shaped.openLogwave = async () => {
  const module = bundles.get('plugin/logwave/public')?.() as PluginModule;
  let mount: Mount | undefined;
  const navigate = () => Promise.resolve();
  const share = {
    url: {
      locators: {
        get: () => ({ navigate, getRedirectUrl: () => '/app/r' }),
        create: () => undefined,
      },
    },
  };
  module.plugin().setup({
    application: { register: (app) => (mount = app.mount) },
    getStartServices: () => Promise.resolve([coreOf(shaped.fixtureHttp), { share }, undefined]),
  });
  const element = document.getElementById('app');
  if (mount === undefined || element === null) throw new Error('the plugin registered no app');
  unmount = await mount({ element, history: createBrowserHistory({ basename: BASE }) });
};

shaped.closeLogwave = () => unmount?.();
