import { i18n } from '@kbn/i18n';
import { renderApp } from '../app';
import { setTranslator } from '../i18n';
import type { CoreStart, MountParameters, StartDependencies } from './contracts';
import { pageServices } from './page_services';

/**
 * Shows the page inside Kibana.
 *
 * @returns takes it away and gives the document its title back
 */
export function mount(
  core: CoreStart,
  dependencies: StartDependencies,
  { element, history }: MountParameters,
): () => void {
  setTranslator((id, options) => i18n.translate(id, options));
  const services = pageServices(core, dependencies, history, window.localStorage);
  const unmount = renderApp(element, services);
  return () => {
    unmount();
    core.chrome.docTitle.reset();
  };
}
