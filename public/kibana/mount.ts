import { renderApp } from '../app';
import { createAnswers } from '../app/basics';
import { setFormats } from '../app/words';
import type { CoreStart, MountParameters, StartDependencies } from './contracts';
import { offerHelp } from './kibana_chrome';
import { kibanaFormats } from './kibana_formats';
import { pageServices } from './page_services';

/** Shows the page, and removes it. */
export type Mount = (parameters: MountParameters) => () => void;

/**
 * They stay while Kibana shows other applications, since it is one page, of one user in one space.
 */
const answers = createAnswers();

/**
 * Prepares to show the page inside Kibana.
 *
 * @param isDiscoverUsable false if Discover has no data view
 * @returns shows it; the function that this returns removes it and restores the document's title
 */
export function prepareMount(
  core: CoreStart,
  dependencies: StartDependencies,
  isDiscoverUsable: boolean,
): Mount {
  return ({ element, history }) => {
    const { localStorage } = window;
    const services = pageServices(core, dependencies, history, localStorage, isDiscoverUsable);
    setFormats(kibanaFormats(core.uiSettings, window.__kbnSharedDeps__?.['ElasticNumeral']));
    offerHelp(core.chrome, history);
    const unmount = renderApp(element, { ...services, answers });
    return () => {
      unmount();
      core.chrome.docTitle.reset();
    };
  };
}
