import type { CoreSetup } from './contracts';

/** Beside Kibana's own entries for security, at the end. */
const CATEGORY = { id: 'securitySolution', label: 'Security', order: 4000 };

/** The browser's side of the plugin: one application. */
export class LogwavePlugin {
  setup(core: CoreSetup): void {
    core.application.register({
      id: 'logwave',
      title: 'Logwave',
      category: CATEGORY,
      order: 9000,
      euiIconType: 'visAreaStacked',
      keywords: ['logs', 'anomaly', 'unusual', 'waveform'],
      async mount(parameters) {
        // The page is run when it is opened, not whenever Kibana is.
        const { mount } = await import('./mount');
        const [started, dependencies] = await core.getStartServices();
        return mount(started, dependencies, parameters);
      },
    });
  }

  start(): void {}

  stop(): void {}
}
