import { Client } from '@elastic/elasticsearch';
import { countsSource } from '../../test/fixtures/counts_source';
import { checkSource } from '../../common/api';
import type { Source } from '../../common/sources';
import { MemoryCluster, memoryConnection } from '../../standalone/memory';
import type { IndexGroup } from '../app/counting';
import type { Services } from '../wiring';
import { checkedFields, checkSourceRoute } from './check_source';
import { parsedOrRefused } from './settings';

const source = { index: 'logs-*', filter: [], subtype_fields: ['hots'] } as unknown as Source;
const groups = [{ fields: new Map([['host', 'host']]) }] as unknown as IndexGroup[];
const usable = { state: 'usable', words: null } as const;

describe('the check of a source', () => {
  it('is an error if no document has a field that it names', () => {
    expect(checkedFields(source, groups, usable)).toEqual({
      state: 'unusable',
      words: 'no document has "hots": correct the name of the field',
    });
  });

  it('reports a condition that never holds, and no error', () => {
    const filter = { not: { exists: { field: 'usr' } } };
    const typed = { ...source, filter, subtype_fields: ['host'] };
    expect(checkedFields(typed, groups, usable)).toEqual({
      state: 'usable',
      words: 'no index has "usr", so a condition on it never holds',
    });
  });

  it('leaves other answers as they are', () => {
    const typed = { ...source, subtype_fields: ['host'] };
    expect(checkedFields(typed, groups, usable)).toBe(usable);
    const none = { state: 'no_index', words: 'no index matches "logs-*"' } as const;
    expect(checkedFields(source, [], none)).toBe(none);
  });

  it('say what an exclusion does not leave out', () => {
    const typed = countsSource({ filter: [], subtype_fields: ['severity'] });
    const fields = new Map([
      ['@timestamp', '@timestamp'],
      ['severity', 'severity'],
    ]);
    const notes = ['-logs-web does not leave out logs-web'];
    const group = { index: 'logs-*', fields, subtype_kind: 'keyword', unusable: null, notes };
    expect(checkedFields(typed, [group, group], usable)).toEqual({
      state: 'usable',
      words: '-logs-web does not leave out logs-web',
    });
  });

  it('says so also where there is no series on the day', async () => {
    const cluster = new MemoryCluster();
    const keyword = { type: 'keyword' } as const;
    const properties = { '@timestamp': { type: 'date' }, severity: keyword } as const;
    const index = cluster.make('logs-1', { mappings: { properties } });
    index.put('1', { '@timestamp': '2026-11-20T10:00:00Z', severity: '5' });
    const client = new Client({
      node: 'http://127.0.0.1:1',
      Connection: memoryConnection(cluster),
    });
    const send = client.transport.request.bind(client.transport);
    // As Elasticsearch does without security, where a data stream is left out by its name.
    client.transport.request = (async (...asked: Parameters<typeof send>) => {
      const answer = await send(...asked);
      if (!asked[0].path.endsWith('/_field_caps')) return answer;
      const { indices, ...others } = answer as { readonly indices: readonly string[] };
      return { ...others, indices: [...indices, '.ds-logs-web-2026.11.20-000001'] };
    }) as typeof send;
    const settings = parsedOrRefused({ zone: 'UTC' });
    const caller = { name: null, client, can: () => Promise.resolve(true), request: null };
    const services = {
      settings: { load: () => Promise.resolve({ settings }) },
      now: () => new Date('2026-11-24T06:00Z'),
    } as unknown as Services;
    const asked = countsSource({ index: 'logs-*,-logs-web', filter: [] });
    const body = checkSource.body.parse({ source: asked, day: '2026-11-23' });
    const { signal } = new AbortController();
    const request = { params: {}, query: {}, body, signal };
    const { words, series_total: series } = await checkSourceRoute.handle(
      request,
      caller,
      services,
    );
    expect(series).toBe(0);
    expect(words).toContain('"logs-*,-logs-web" has no document of 2026-11-23');
    expect(words).toContain('; -logs-web does not leave out .ds-logs-web-2026.11.20-000001');
    await client.close();
  });
});
