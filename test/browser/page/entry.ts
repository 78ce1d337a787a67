import { startPage } from '../../../public/app/standalone/start_page';
import { handOutNonce } from '../../../public/standalone/hand_out_nonce';
import { httpOf } from '../../fixtures/page_host';
import { scenarios } from './scenarios';

/**
 * The page over a fixture instead of a host: the first part of the address names the scenario, and
 * tests may change what the host answers through `window.pageHost`.
 */
const [, name = 'ordinary'] = window.location.pathname.split('/');
const scenario = (scenarios.get(name) ?? scenarios.get('ordinary'))?.();
const element = document.getElementById('logwave');
if (scenario === undefined || element === null) throw new Error(`no scenario ${name}`);
Object.assign(window, { pageHost: scenario.host });
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce !== undefined) handOutNonce(nonce);
startPage(element, {
  basename: `/${name}`,
  nonce,
  may: scenario.may,
  http: httpOf(scenario.host),
  now: () => new Date('2015-04-02T10:30:00Z'),
});
