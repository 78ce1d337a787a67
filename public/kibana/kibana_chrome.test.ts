import { createMemoryHistory } from 'history';
import type { HelpExtension } from './contracts';
import { offerHelp } from './kibana_chrome';

describe('the help menu', () => {
  it('leads to the documentation in the plugin itself', () => {
    const offered: HelpExtension[] = [];
    offerHelp({ setHelpExtension: (one) => void offered.push(one) }, createMemoryHistory());
    expect(offered).toEqual([
      { appName: 'Logwave', links: [{ linkType: 'documentation', href: '/help' }] },
    ]);
  });
});
