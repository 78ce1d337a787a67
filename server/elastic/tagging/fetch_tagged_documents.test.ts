import { Client } from '@elastic/elasticsearch';
import { MemoryCluster, memoryConnection } from '../../../standalone/memory';
import { ensureIndices, JOURNAL_INDEX } from '../results';
import { fetchTaggedByDay } from './fetch_tagged_documents';

const { signal } = new AbortController();
const DAY = '2026-11-20';
const IDS = ['a', 'b', 'c'];

async function journalOf(entries: readonly object[]): Promise<Client> {
  const client = new Client({
    node: 'http://memory:9200',
    Connection: memoryConnection(new MemoryCluster()),
  });
  await ensureIndices(client, signal);
  for (const [place, parts] of entries.entries()) {
    const hits = [{ index: 'logs-1', subtype: '5', hour: 10, was: 'absent', ids: IDS }];
    const whose = { scope: 'default', run_id: 'r', day: DAY, source: 'syslog', tag: 't' };
    const document = { '@timestamp': `${DAY}T10:00:00.000Z`, ...whose, hits, ...parts };
    await client.index({ index: JOURNAL_INDEX, id: `entry ${place}`, refresh: true, document });
  }
  return client;
}

const counted = async (entries: readonly object[], sources?: ReadonlySet<string>) => {
  const range = { scope: 'default', from: DAY, to: DAY, sources };
  return (await fetchTaggedByDay(await journalOf(entries), range, signal)).get(DAY);
};

describe('fetchTaggedByDay', () => {
  const settled = { documents: IDS.length };
  const open = { documents: 0 };

  it('does not count documents as in doubt that another entry lists as tagged', async () => {
    expect(await counted([open, settled])).toEqual({ documents: 3, is_most: false });
    const elsewhere = { source: 'program', tag: 'other' };
    expect(await counted([open, { ...settled, ...elsewhere }])).toEqual({
      ...{ documents: 3, is_most: false },
    });
  });

  it('compares no documents of more than 200,000 tags, so both numbers are upper limits', async () => {
    const many = { documents: 200_001 };
    expect(await counted([open, many])).toEqual({
      ...{ documents: 200_001, is_most: false, unsettled: 3 },
    });
    expect(await counted([many, { ...settled, source: 'program', tag: 'other' }])).toEqual({
      ...{ documents: 200_004, is_most: true },
    });
  });

  it('counts only what some sources have tagged, or may have', async () => {
    const elsewhere = { source: 'program', tag: 'other', documents: 4 };
    const here = new Set(['syslog', 'ossec']);
    expect(await counted([settled, elsewhere], here)).toEqual({ documents: 3, is_most: false });
    expect(await counted([open, elsewhere], here)).toEqual({
      ...{ documents: 0, is_most: false, unsettled: 3 },
    });
    const most = { ...settled, documents: 200_001 };
    expect(await counted([most, elsewhere], here)).toEqual({ documents: 200_001, is_most: false });
    expect(await counted([settled, elsewhere], new Set(['ossec']))).toBeUndefined();
    expect(await counted([settled, elsewhere], new Set())).toBeUndefined();
  });

  it('counts what only entries in doubt list apart', async () => {
    expect(await counted([open, open])).toEqual({ documents: 0, is_most: false, unsettled: 3 });
    expect(await counted([settled])).toEqual({ documents: 3, is_most: false });
  });
});
