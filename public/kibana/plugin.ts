import type { CoreSetup } from './contracts';
import { kibanaTheme } from './kibana_theme';
import { translateByKibana } from './kibana_translator';
import { showLoadFailed } from './load_failed';
import { mountLoaded } from './mount_loaded';

/** Beside Kibana's own entries for security, at the end. */
const CATEGORY = { id: 'securitySolution', label: 'Security', order: 4000 };

/** The browser's side of the plugin: one application. */
export class LogwavePlugin {
  setup(core: CoreSetup): void {
    translateByKibana();
    core.application.register({
      id: 'logwave',
      title: 'Logwave',
      category: CATEGORY,
      order: 9000,
      // An icon that all versions have.
      euiIconType: 'logsApp',
      keywords: ['logs', 'anomaly', 'unusual', 'waveform'],
      async mount(parameters) {
        const [started, dependencies] = await core.getStartServices();
        return mountLoaded({
          // Every page of Kibana loads this file; the page itself is loaded when it is opened.
          load: () => import('./mount'),
          page: ({ mount }) => mount(started, dependencies, parameters),
          failed: (onRetry) =>
            showLoadFailed(parameters.element, kibanaTheme(started.theme).isDark(), onRetry),
        });
      },
    });
  }

  start(): void {}

  stop(): void {}
}
