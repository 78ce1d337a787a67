import { Client, errors } from '@elastic/elasticsearch';
import { countsDay, countsSource } from '../../test/fixtures/counts_source';
import { localDay } from '../../common/time/local_day';
import { createSurvey } from '../elastic/counting';
import { createCountingPorts } from './create_counting_ports';
import { createTaggingPorts } from './create_tagging_ports';

const MISSING = 'the privilege "read" is missing on "logs-*"';
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

  it('is asked once by all who share a survey: the rights to read', async () => {
    const { client, paths } = brokenAtFirst(() => ({ index: { 'logs-*': { read: false } } }));
    const survey = createSurvey();
    const ask = () =>
      createCountingPorts(client, 'default', survey).missingRights(countsSource(), signal);
    await expect(ask()).rejects.toThrow('socket hang up');
    expect(await Promise.all([ask(), ask()])).toEqual([[MISSING], [MISSING]]);
    expect(paths).toHaveLength(2);
  });

  it('is not asked after it was counted: whether days of a source have grown', async () => {
    const asked: string[][] = [];
    const client = new Client({ node: 'http://127.0.0.1:1' });
    client.transport.request = (({ path, body }: { path: string; body?: unknown }) => {
      if (path.endsWith('/_bulk')) {
        return Promise.resolve({ errors: false, items: [{ index: { status: 201 } }] });
      }
      asked.push(Object.keys((body as { aggs: object }).aggs));
      const whole = { total: 1, successful: 1, skipped: 0, failed: 0 };
      const none = { buckets: [] };
      const aggregations = { all: none, of_source: { days: none }, days: none };
      return Promise.resolve({ timed_out: false, _shards: whole, hits: {}, aggregations });
    }) as unknown as typeof client.transport.request;
    const ports = createCountingPorts(client, 'default');
    const source = countsSource();
    const group = { index: 'logs-*', fields: new Map(), subtype_kind: null, unusable: null };
    const days = ['2026-11-19', '2026-11-20'].map((day) => localDay(day, 'UTC'));
    const ask = (of: typeof source) => ports.dayDocuments(of, group, days, days, signal);
    expect(await ports.keep(source, countsDay({ day: '2026-11-19' }), signal)).toBeNull();
    await ask(source);
    await ask({ ...source, subtype_fields: ['host'] });
    expect(await ports.keep(source, countsDay({ day: '2026-11-20' }), signal)).toBeNull();
    expect(await ask(source)).toMatchObject({ state: 'known', searches: 0 });
    expect(asked).toEqual([['all', 'of_source'], ['days']]);
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
