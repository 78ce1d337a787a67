import { CONFLICT } from '../../common/http';
import { LOG_PATTERN } from './logs';

/**
 * Makes sure that Kibana has any data view: without one Discover asks for one, whatever it is to
 * show. @param who headers of one who may make it
 */
export async function createDataView(
  kibana: string,
  who: Readonly<Record<string, string>> = {},
): Promise<void> {
  const data_view = { title: LOG_PATTERN, timeFieldName: '@timestamp', name: LOG_PATTERN };
  const answer = await fetch(`${kibana}/api/data_views/data_view`, {
    method: 'POST',
    headers: { ...who, 'kbn-xsrf': 'test', 'content-type': 'application/json' },
    body: JSON.stringify({ data_view, override: true }),
  });
  if (!answer.ok && answer.status !== CONFLICT) {
    throw new Error(`the data view: ${await answer.text()}`);
  }
}
