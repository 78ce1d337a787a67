import '../../../public/standalone/before';
import type { Http } from '../../../public/app/basics/http';
import { startPage } from '../../../public/standalone/start_page';
import { handOutNonce } from '../../../public/standalone/hand_out_nonce';
import { httpOf, type PageHost } from '../../fixtures/page_host';
import { layoutFaults } from './layout_faults';
import { DATA_MARK, filterTimes, paintTime, scrollThrough } from './measure';
import { startKibanaPage } from './kibana_page';
import { scenarios } from './scenarios';

/** The host's answers as text that has to be parsed, as over a wire. */
function asText(host: PageHost): Http {
  const http = httpOf(host);
  return async (request) => {
    const { status, body } = await http(request);
    const text = JSON.stringify(body);
    if (request.path.endsWith('/series')) performance.mark(DATA_MARK);
    return { status, body: JSON.parse(text) as unknown };
  };
}

/**
 * The page over a fixture instead of a host: the first part of the address names the scenario, after
 * `kibana-` where the page is to stand in Kibana, and tests may change what the host answers through `window.pageHost`.
 */
const [, named = 'ordinary'] = window.location.pathname.split('/');
const [, door, name = 'ordinary'] = /^(kibana-)?(.*)$/.exec(named) ?? [];
const scenario = (scenarios.get(name) ?? scenarios.get('ordinary'))?.();
const element = document.getElementById('logwave');
if (scenario === undefined || element === null) throw new Error(`no scenario ${name}`);
const { host, may } = scenario;
Object.assign(window, {
  pageHost: host,
  pageMeasure: { filterTimes, layoutFaults, paintTime, scrollThrough },
});
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce !== undefined) handOutNonce(nonce);
const options = {
  basename: `/${named}`,
  nonce,
  may,
  http: asText(host),
  now: () => new Date('2015-04-02T10:30:00Z'),
};
if (door === undefined) startPage(element, options);
else startKibanaPage(element, options);
