import type { CoreSetup, LocatorDefinition } from './contracts';
import { LogwavePlugin } from './plugin';

jest.mock(
  '@kbn/i18n',
  () => ({
    i18n: { translate: (_: string, text: { defaultMessage: string }) => text.defaultMessage },
  }),
  { virtual: true },
);

type App = Parameters<CoreSetup['application']['register']>[0];

function setUp() {
  const apps: App[] = [];
  const locators: LocatorDefinition[] = [];
  const core: CoreSetup = {
    application: { register: (app) => void apps.push(app) },
    getStartServices: () => Promise.reject(new Error('the page was opened')),
  };
  const create = (locator: LocatorDefinition) => locators.push(locator);
  new LogwavePlugin().setup(core, { share: { url: { locators: { create } } } });
  const [app] = apps;
  if (app === undefined) throw new Error('no application was registered');
  return { app, locators };
}

describe('the plugin in the browser', () => {
  it('registers one application, with an icon that all versions of Kibana have', () => {
    const { app } = setUp();
    expect(app).toMatchObject({ id: 'logwave', title: 'Logwave', euiIconType: 'logsApp' });
  });

  it('lets the search bar find the day, the month and the settings', () => {
    const links = setUp().app.deepLinks.map(({ title, path }) => [title, path]);
    expect(links).toEqual([
      ['Day', '/'],
      ['Month', '/month'],
      ['Settings', '/settings'],
    ]);
  });

  it('lets other plugins find a place in it', () => {
    expect(setUp().locators.map(({ id }) => id)).toEqual(['LOGWAVE_APP_LOCATOR']);
  });
});
