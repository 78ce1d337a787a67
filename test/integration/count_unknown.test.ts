import { countsRunner, countsOf, DAY, events, rowsOf } from '../fixtures/counts_runner';
import { keywordMappings } from '../fixtures/counts_logs';
import { hoursWith } from '../fixtures/counts_source';

const { client, logs, newScope, run, start, stop } = countsRunner();

beforeAll(start);
afterAll(stop);

describe('fields', () => {
  const dynamic = { properties: { '@timestamp': { type: 'date' } } } as const;

  it('uses the keyword twin of strings that are mapped as Elasticsearch does by itself', async () => {
    await logs.add('counts-it-twin', events('2026-11-20T01:00:00Z', 'Two Words', 3), dynamic);
    const { tested } = await run('counts-it-twin');
    expect(rowsOf(tested)).toEqual([['Two Words', hoursWith({ 1: 3 })]]);
  });

  it('adds up indices that map the subtype as number, as keyword and as text', async () => {
    const numbers = {
      properties: { ...keywordMappings.properties, severity: { type: 'long' as const } },
    };
    await logs.add('counts-it-mixed-1', events('2026-11-20T01:00:00Z', 5, 2), numbers);
    await logs.add('counts-it-mixed-2', events('2026-11-20T01:00:00Z', '5', 3));
    await logs.add('counts-it-mixed-3', events('2026-11-20T02:00:00Z', '5', 4), dynamic);
    await logs.add('counts-it-mixed-4', events('2026-11-19T02:00:00Z', '5', 9), dynamic);
    const result = await run('counts-it-mixed-*', { days: 1 });
    expect(rowsOf(result.tested)).toEqual([['5', hoursWith({ 1: 5, 2: 4 })]]);
    expect(countsOf(result.training[0])).toMatchObject({ documents: 9 });
    expect(result.searches).toBe(3 + 3 + 1);
  });

  it('names source, field and remedy where the subtype cannot be counted by', async () => {
    const text = {
      properties: { ...keywordMappings.properties, severity: { type: 'text' as const } },
    };
    await logs.add('counts-it-text-1', events('2026-11-20T01:00:00Z', 'disk full', 2), text);
    await logs.add('counts-it-text-2', events('2026-11-19T01:00:00Z', 'disk full', 2));
    const result = await run('counts-it-text-*', { days: 1 });
    expect(result.tested).toEqual({
      state: 'unknown',
      day: DAY,
      reason:
        'the field "severity" of the source "syslog" is mapped as text in counts-it-text-1: map it as keyword, or name other subtype_fields',
    });
    expect(countsOf(result.training[0])).toMatchObject({ documents: 2 });
  });
});

describe('unknown is not zero', () => {
  it('does not know a day without index, and counts zero where others have documents', async () => {
    await logs.add('counts-it-days', [
      ...events('2026-11-20T01:00:00Z', '5', 2),
      ...events('2026-11-19T01:00:00Z', '5', 2, { type: 'postfix' }),
    ]);
    const result = await run('counts-it-days', { days: 2 });
    expect(countsOf(result.training[0])).toMatchObject({ documents: 0, series: { size: 0 } });
    expect(result.training[1]).toEqual({
      state: 'unknown',
      day: '2026-11-18',
      reason: 'no document in "counts-it-days"',
      is_absent: true,
    });
    expect((await run('counts-it-nothing-*')).tested).toEqual({
      state: 'unknown',
      day: DAY,
      reason: 'no index matches "counts-it-nothing-*"',
      is_absent: true,
    });
  });

  it('does not know what an index holds that does not answer, and uses what was kept', async () => {
    await logs.add('counts-it-red-1', [
      ...events('2026-11-20T01:00:00Z', '5', 2),
      ...events('2026-11-21T01:00:00Z', '5', 2),
    ]);
    const scope = newScope();
    await run('counts-it-red-*', { scope });
    logs.made.add('counts-it-red-2');
    await client.indices.create({
      index: 'counts-it-red-2',
      mappings: keywordMappings,
      settings: { 'index.routing.allocation.require._name': 'no such node' },
      wait_for_active_shards: 0,
    });
    const result = await run('counts-it-red-*', { scope, day: '2026-11-21', days: 1 });
    expect(result.tested).toMatchObject({ state: 'unknown' });
    expect(result.tested.state === 'unknown' ? result.tested.reason : '').toContain(
      'counts-it-red-2',
    );
    expect(result.training).toMatchObject([{ state: 'known', origin: 'kept' }]);
  });
});
