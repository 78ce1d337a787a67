import { renderApp } from '../app';
import type { CoreStart, MountParameters, StartDependencies } from './contracts';
import { offerHelp } from './kibana_chrome';
import { translateByKibana } from './kibana_translator';
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
  translateByKibana();
  const services = pageServices(core, dependencies, history, window.localStorage);
  offerHelp(core.chrome, history);
  const unmount = renderApp(element, services);
  return () => {
    unmount();
    core.chrome.docTitle.reset();
  };
}
