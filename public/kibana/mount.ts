import { renderApp } from '../app';
import type { CoreStart, MountParameters, StartDependencies } from './contracts';
import { hasDataView } from './has_data_view';
import { offerHelp } from './kibana_chrome';
import { pageServices } from './page_services';

/** Shows the page, and takes it away. */
export type Mount = (parameters: MountParameters) => () => void;

/**
 * Prepares to show the page inside Kibana.
 *
 * @returns shows it; what that returns takes it away and gives the document its title back
 */
export async function prepareMount(
  core: CoreStart,
  dependencies: StartDependencies,
): Promise<Mount> {
  const isDiscoverUsable = await hasDataView(dependencies.dataViews);
  return ({ element, history }) => {
    const { localStorage } = window;
    const services = pageServices(core, dependencies, history, localStorage, isDiscoverUsable);
    offerHelp(core.chrome, history);
    const unmount = renderApp(element, services);
    return () => {
      unmount();
      core.chrome.docTitle.reset();
    };
  };
}
