import { Client, errors } from '@elastic/elasticsearch';
import { countsSource } from '../../test/fixtures/counts_source';
import { localDay } from '../../common/time/local_day';
import { createCountingPorts } from './create_counting_ports';
import { createTaggingPorts } from './create_tagging_ports';

const { signal } = new AbortController();

/** A client whose connection breaks off at its first request; the next ones are answered. */
function brokenAtFirst(answer: (path: string) => unknown): {
  readonly client: Client;
  readonly paths: string[];
} {
  const client = new Client({ node: 'http://127.0.0.1:1' });
  const paths: string[] = [];
  client.transport.request = (({ path }: { path: string }) => {
    paths.push(path);
    return paths.length === 1
      ? Promise.reject(new errors.ConnectionError('socket hang up'))
      : Promise.resolve(answer(path));
  }) as typeof client.transport.request;
  return { client, paths };
}

describe('what is asked once for a run', () => {
  it('is asked again if there was no answer: the rights to read', async () => {
    const answer = () => ({ index: { 'logs-*': { read: true } } });
    const { client, paths } = brokenAtFirst(answer);
    const ports = createCountingPorts(client, 'default');
    const source = countsSource();
    await expect(ports.missingRights(source, signal)).rejects.toThrow('socket hang up');
    expect(await ports.missingRights(source, signal)).toEqual([]);
    expect(await ports.missingRights({ ...source, id: 'other' }, signal)).toEqual([]);
    expect(paths).toHaveLength(2);
  });

  it('is asked again if there was no answer: the fields of a source', async () => {
    const { client, paths } = brokenAtFirst(() => ({ indices: [], fields: {} }));
    const ports = createTaggingPorts(client);
    const series = [{ subtype: '5', hours: [10], events: 9 }];
    const hours = { source: countsSource(), day: localDay('2026-11-20', 'UTC'), series };
    const pages = () => ports.documents.pages(hours, signal)[Symbol.asyncIterator]().next();
    await expect(pages()).rejects.toThrow('socket hang up');
    expect(await pages()).toEqual({ done: true, value: undefined });
    expect(paths).toEqual(['/logs-*/_field_caps', '/logs-*/_field_caps']);
  });
});
