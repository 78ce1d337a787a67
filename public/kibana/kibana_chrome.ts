import type { History } from 'history';
import { helpPath, type ChromePort, type Crumb } from '../app/basics';
import type { Breadcrumb, ChromeStart } from './contracts';

function breadcrumb({ text, path }: Crumb, history: History): Breadcrumb {
  if (path === undefined) return { text };
  return {
    text,
    href: history.createHref({ pathname: path }),
    // Without this, Kibana would be reloaded.
    onClick: (event) => {
      event.preventDefault();
      history.push(path);
    },
  };
}

/** Kibana's own breadcrumbs and document title. */
export function kibanaChrome(chrome: ChromeStart, history: History): ChromePort {
  return {
    setBreadcrumbs: (crumbs) =>
      chrome.setBreadcrumbs(crumbs.map((crumb) => breadcrumb(crumb, history))),
    setTitle: (parts) => chrome.docTitle.change([...parts]),
  };
}

/** Puts the documentation of the plugin into Kibana's help menu, until another app is opened. */
export function offerHelp(chrome: Pick<ChromeStart, 'setHelpExtension'>, history: History): void {
  const href = history.createHref({ pathname: helpPath() });
  chrome.setHelpExtension({ appName: 'Logwave', links: [{ linkType: 'documentation', href }] });
}
