import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '../../common/time/day';
import { createDataView, deleteDataView } from './data_view';
import { openingTimesInBrowser, type OpeningTimes } from './entry';
import { superuserClient, type Environment } from './environment';
import { deleteIndices, settings, source, writeLogs } from './logs';
import { RealKibana } from './real_kibana';

/** The zip of an earlier build for the Kibana under test; undefined if none is given. */
export const EARLIER_ZIP = process.env['LOGWAVE_BASELINE_ZIP'];

const LOOK_MS = 500;
/** In the words of any build. */
const IS_ACTIVE = /^(running|cancell?ing)$/;

/** Calls an endpoint that earlier builds have as well, whatever their answers contain. */
async function call<T>(kibana: string, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${kibana}/api/logwave/${path}`, {
    method,
    headers: { 'kbn-xsrf': 'test', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Analyzes a day with the settings of the test. */
async function analyze(kibana: string, day: Day): Promise<void> {
  const { version } = await call<{ version: string | null }>(kibana, 'GET', 'settings');
  // A build refuses presets that it does not know: only the own source is named.
  await call(kibana, 'PUT', 'settings', { settings: { ...settings, sources: [source] }, version });
  const { run_id: id } = await call<{ run_id: string }>(kibana, 'POST', 'runs', { day });
  const status = async () => (await call<{ status: string }>(kibana, 'GET', `runs/${id}`)).status;
  while (IS_ACTIVE.test(await status())) await wait(LOOK_MS);
}

/**
 * Opens an earlier build of the plugin from the menu of Kibana, on the same logs, and removes it
 * with all that it has stored.
 *
 * @param zip of that build, for the version of the Kibana under test
 */
export async function openingTimesOf(
  zip: string,
  environment: Environment,
  day: Day,
): Promise<OpeningTimes> {
  const client = superuserClient(environment);
  await deleteIndices(client);
  await writeLogs(client, day);
  const kibana = await RealKibana.prepare(environment, [], new Map());
  try {
    await kibana.install(zip);
    await kibana.start();
    await analyze(kibana.url, day);
    await createDataView(kibana.url);
    const times = await openingTimesInBrowser(kibana.url, {});
    await deleteDataView(kibana.url);
    await call(kibana.url, 'POST', 'uninstall', { remove_indices: true });
    await kibana.stop();
    await kibana.remove();
    return times;
  } finally {
    await kibana.close();
    await client.close();
  }
}
