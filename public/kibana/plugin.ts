import { translate } from '../i18n';
import type { CoreSetup, DeepLink, SetupDependencies } from './contracts';
import { hasDataView } from './has_data_view';
import { kibanaTheme } from './kibana_theme';
import { translateByKibana } from './kibana_translator';
import { showLoadFailed } from './load_failed';
import { logwaveLocator } from './logwave_locator';
import { mountLoaded } from './mount_loaded';
import { registerRule } from './register_rule';

/** After Kibana's own entries for security. */
const CATEGORY = { id: 'securitySolution', label: 'Security', order: 4000 };

/** Pages that Kibana's search bar finds by themselves. */
function deepLinks(): DeepLink[] {
  return [
    {
      id: 'day',
      title: translate('logwave.link.day', { defaultMessage: 'Day' }),
      path: '/',
      keywords: ['yesterday'],
    },
    {
      id: 'month',
      title: translate('logwave.link.month', { defaultMessage: 'Month' }),
      path: '/month',
      keywords: [],
    },
    {
      id: 'settings',
      title: translate('logwave.link.settings', { defaultMessage: 'Settings' }),
      path: '/settings',
      keywords: ['sources', 'schedule', 'diagnostics'],
    },
  ];
}

/** The browser's side of the plugin: one application. */
export class LogwavePlugin {
  setup(core: CoreSetup, { share, triggersActionsUi }: SetupDependencies = {}): void {
    translateByKibana();
    share?.url.locators.create(logwaveLocator);
    if (triggersActionsUi !== undefined) registerRule(triggersActionsUi.ruleTypeRegistry);
    core.application.register({
      id: 'logwave',
      title: 'Logwave',
      category: CATEGORY,
      order: 9000,
      // An icon that all versions have.
      euiIconType: 'logsApp',
      keywords: ['logs', 'anomaly', 'unusual', 'waveform'],
      deepLinks: deepLinks(),
      async mount(parameters) {
        const [started, dependencies] = await core.getStartServices();
        return mountLoaded({
          // Every page of Kibana loads this file. The page itself is loaded when it is opened.
          load: async () => {
            const asked = hasDataView(dependencies.dataViews);
            const { prepareMount } = await import('./mount');
            return prepareMount(started, dependencies, await asked);
          },
          page: (mount) => mount(parameters),
          failed: (onRetry) =>
            showLoadFailed(parameters.element, kibanaTheme(started.theme).isDark(), onRetry),
        });
      },
    });
  }

  start(): void {}

  stop(): void {}
}
