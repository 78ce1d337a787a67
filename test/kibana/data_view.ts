import { CONFLICT } from '../../common/http';
import type { Day } from '../../common/time/day';
import { subject } from '../browser/page/seen';
import { LOG_PATTERN } from './logs';
import { inBrowser, type Headers } from './page';

const VIEWS = '/api/data_views/data_view';
const VIEW_ID = 'logwave-test';

/**
 * Makes sure that Kibana has any data view: without one Discover asks for one, whatever it is to
 * show. @param who headers of one who may make it
 */
export async function createDataView(
  kibana: string,
  who: Readonly<Record<string, string>> = {},
): Promise<void> {
  const data_view = {
    id: VIEW_ID,
    title: LOG_PATTERN,
    timeFieldName: '@timestamp',
    name: LOG_PATTERN,
  };
  const answer = await fetch(`${kibana}${VIEWS}`, {
    method: 'POST',
    headers: { ...who, 'kbn-xsrf': 'test', 'content-type': 'application/json' },
    body: JSON.stringify({ data_view, override: true }),
  });
  if (!answer.ok && answer.status !== CONFLICT) {
    throw new Error(`the data view: ${await answer.text()}`);
  }
}

/** Takes that data view away again. */
export async function deleteDataView(kibana: string): Promise<void> {
  const headers = { 'kbn-xsrf': 'test' };
  const answer = await fetch(`${kibana}${VIEWS}/${VIEW_ID}`, { method: 'DELETE', headers });
  if (!answer.ok) throw new Error(`the data view: ${await answer.text()}`);
}

/** Follows a link to documents in a space without a data view: the page lists them by itself. */
export async function listInBrowser(kibana: string, day: Day, headers: Headers): Promise<void> {
  await inBrowser(headers, async (page) => {
    await page.goto(`${kibana}/app/logwave/day/${day}`);
    await page.locator(subject('logwaveRowDocuments')).first().click();
    await page.waitForSelector(subject('logwaveDocuments'));
    expect(page.url()).toContain('/app/logwave/');
  });
}
