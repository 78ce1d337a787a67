import type { Finding } from '../../common/waveform/hours/finding';
import { COUNTS_INDEX } from '../../server/elastic/counting/counts_mapping';
import { runIdOf } from '../../server/app/runs/run';
import { fetchFindings } from '../../server/elastic/results/findings_store';
import { explainedSentence } from '../../common/incidents';
import { countsSource } from '../fixtures/counts_source';
import { TALK_DAY, talkDocuments } from '../fixtures/tagging_talk_logs';
import { DAY, taggable, taggingRunner, usualDays, type Stored } from '../fixtures/tagging_runner';

const { client, logs, newScope, analyze, untag, stored, countTagged, stop } = taggingRunner();
const { signal } = new AbortController();
const TAG = 'syslog_outlier';
const NOW = new Date('2015-04-02T06:00Z');

jest.setTimeout(180_000);
afterAll(stop);

/** What a finding says, without when and by which run. */
const gist = ({ subtype, verdict, hours, count }: Finding) => ({ subtype, verdict, hours, count });

/** Documents as they are after tags came and went: a field that was absent is an empty list. */
function afterUntagging(documents: Stored, tagged: ReadonlySet<string>): Stored {
  return new Map(
    [...documents].map(([id, document]) => {
      const isFilled = tagged.has(id) && document['tags'] === undefined;
      return [id, isFilled ? { ...document, tags: [] } : document];
    }),
  );
}

/** Removes the counts that earlier analyses have kept. */
async function forgetCounts(scope: string): Promise<void> {
  await client.indices.refresh({ index: COUNTS_INDEX });
  const query = { term: { scope } };
  const { hits } = await client.search({ index: COUNTS_INDEX, query, size: 1_000, _source: false });
  const operations = hits.hits.map(({ _id: id = '' }) => ({ delete: { _id: id } }));
  await client.bulk({ index: COUNTS_INDEX, operations });
}

describe('the talk’s day', () => {
  const index = 'analyze-it-talk';
  const task = (scope: string) => ({ index, scope, day: TALK_DAY, now: NOW });

  beforeAll(() => logs.add(index, talkDocuments()));

  it('is found, tagged and untagged as in the talk', async () => {
    const scope = newScope();
    const before = await stored(index);
    const { run, findings, tagging, records } = await analyze(task(scope));
    expect(run).toMatchObject({
      status: 'analyzed',
      series: 1,
      series_unusual: 1,
      findings: 1,
      tagged: 68,
      left_out: [],
    });
    const [finding] = findings;
    expect(finding?.hours).toEqual([10, 15]);
    expect(finding?.difference).toBeCloseTo(0.538976326886, 11);
    expect(finding?.contribution?.[10]).toBeCloseTo(0.252585149809, 11);
    expect(finding?.contribution?.[15]).toBeCloseTo(0.44736895924, 11);
    expect(tagging).toMatchObject({ updated: 68, already_tagged: 0, refused: [] });
    expect(records.filter(({ hour }) => hour === 15)).toHaveLength(48);
    expect(records[0]).toMatchObject({ index, source: 'syslog', subtype: '5' });
    expect(await countTagged(index)).toBe(68);

    const again = await analyze(task(scope));
    expect(again.tagging).toMatchObject({ updated: 0, already_tagged: 68, taken_away: 0 });
    expect(again.records).toEqual([]);
    expect(again.run.tagged).toBe(68);
    // 68 tagged documents, the journal, the finding, the series, and the counts of 32 days.
    expect(run.cost?.documents_written).toBeGreaterThanOrEqual(68 + 3 + 32);
    expect(again.run.cost?.documents_written).toBeLessThan(68);
    expect(run.cost?.searches).toBeGreaterThan(again.run.cost?.searches ?? Infinity);
    const kept = await fetchFindings(client, run.run_id, signal);
    expect(kept.map(gist)).toEqual(findings.map(gist));
    expect(kept[0]).toMatchObject({ difference: finding?.difference });

    expect(await untag(scope, TALK_DAY)).toMatchObject({ removed: 68, not_there: 0, refused: [] });
    const tagged = new Set(records.map(({ id }) => id));
    expect(await stored(index)).toEqual(afterUntagging(before, tagged));
  });

  it('is only looked at unless tags are asked for', async () => {
    const { run, findings } = await analyze({ ...task(newScope()), isTagging: false });
    expect([findings.length, run.tagged]).toEqual([1, null]);
    expect(await countTagged(index)).toBe(0);
  });
});

describe('analyzing a day', () => {
  const many = (count: number): undefined[] => Array<undefined>(count).fill(undefined);

  it('names series by hostile subtypes, tags them and nothing else', async () => {
    const index = 'analyze-it-hostile';
    const names = ['__proto__', '<script>alert(1)</script>'];
    await logs.add(index, [
      ...usualDays([DAY, '2026-11-13']),
      ...names.flatMap((name) => taggable(6, name, many(3))),
    ]);
    const scope = newScope();
    const { findings, run } = await analyze({ index, scope });
    expect(
      findings.map(gist).sort((a, b) => ((a.subtype ?? '') < (b.subtype ?? '') ? -1 : 1)),
    ).toEqual(
      [...names].sort().map((subtype) => ({ subtype, verdict: 'new', hours: [6], count: 3 })),
    );
    expect(run.tagged).toBe(6);
    expect(await countTagged(index)).toBe(6);
    const kept = await fetchFindings(client, run.run_id, signal);
    expect(kept.map(({ subtype }) => subtype).sort()).toEqual([...names].sort());
  });

  it('is partial on a day that is not over, and says so', async () => {
    const index = 'analyze-it-partial';
    await logs.add(index, usualDays([DAY, '2026-11-13']));
    const now = new Date(`${DAY}T20:30:00Z`);
    const { run } = await analyze({ index, scope: newScope(), now });
    expect(run.status).toBe('partial');
    expect(run.left_out.join()).toContain("the talk's method needs a whole day");
  });

  it('says that a source is silent where its index is missing, not where it does not answer', async () => {
    const indices = ['2026.11.20', '2026.11.13', '2026.11.12', '2026.11.11'].map(
      (suffix) => `analyze-it-silent-${suffix}`,
    );
    const [today = '', ...before] = indices;
    const often = (suffix: string): object[] =>
      Array.from({ length: 10 }, () => usualDays([suffix.slice(-10).replaceAll('.', '-')])).flat();
    for (const index of before) await logs.add(index, often(index));
    const task = { index: 'analyze-it-silent-*', training_days: 9 };
    const missing = await analyze({ ...task, scope: newScope() });
    expect(missing.findings.map(({ sentence }) => sentence)).toEqual([
      'syslog: nothing from any series all day; shipper or index missing.',
    ]);
    expect(missing.run).toMatchObject({ status: 'partial', findings: 1, series_unusual: 0 });

    await client.indices.create({
      index: today,
      settings: { 'index.routing.allocation.require._name': 'no such node' },
      wait_for_active_shards: 0,
    });
    const lost = await analyze({ ...task, scope: newScope() });
    await logs.remove(today);
    expect(lost.findings).toEqual([]);
    expect(lost.run.status).toBe('partial');
  });

  it('leaves the findings as they are where an index takes no tags, and names it', async () => {
    const index = 'analyze-it-readonly';
    await logs.add(index, [...usualDays([DAY, '2026-11-13']), ...taggable(6, 'odd', many(3))]);
    await client.indices.putSettings({ index, settings: { 'index.blocks.write': true } });
    const scope = newScope();
    const { run } = await analyze({ index, scope });
    expect(run).toMatchObject({ status: 'analyzed', findings: 1, tagged: 0 });
    expect(run.left_out).toContain(
      `${index}: 3 documents not tagged, because the index is read-only`,
    );
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(1);
    await client.indices.putSettings({ index, settings: { 'index.blocks.write': false } });
  });

  it('removes findings and tags that late documents have made usual', async () => {
    const index = 'analyze-it-late';
    await logs.add(index, [...usualDays([DAY, '2026-11-13']), ...taggable(6, 'odd', many(3))]);
    const scope = newScope();
    const first = await analyze({ index, scope });
    expect(first.findings.map(gist)).toMatchObject([{ subtype: 'odd' }]);
    // The same came a week ago: as usual as it can be.
    const aWeekAgo = { '@timestamp': '2026-11-13T06:00:00Z' };
    await logs.add(index, taggable(6, 'odd', many(3), aWeekAgo));
    const counted = { now: new Date('2026-11-21T06:00:00Z') };
    const { run, findings, tagging } = await analyze({ index, scope, ...counted });
    expect(findings).toEqual([]);
    expect(tagging).toMatchObject({ updated: 0, taken_away: 3 });
    expect(await fetchFindings(client, run.run_id, signal)).toEqual([]);
    expect(await countTagged(index)).toBe(0);
  });

  it('keeps findings and tags of a source that is unknown this time', async () => {
    const odd = ['analyze-it-unknown-1', 'analyze-it-unknown-2'];
    for (const index of odd) {
      await logs.add(index, [...usualDays([DAY, '2026-11-13']), ...taggable(6, 'odd', many(3))]);
    }
    const sources = odd.map((index, place) =>
      countsSource({ index, id: `source${place}`, tag: `${TAG}_${place}` }),
    );
    const scope = newScope();
    const first = await analyze({ index: '', sources, scope });
    expect(first.findings).toHaveLength(2);
    await forgetCounts(scope);
    await client.indices.close({ index: 'analyze-it-unknown-1' });
    const { run, findings } = await analyze({ index: '', sources, scope });
    await client.indices.open({ index: 'analyze-it-unknown-1', wait_for_active_shards: 1 });
    expect(findings.map(({ source }) => source).sort()).toEqual(['source0', 'source1']);
    expect(run).toMatchObject({ status: 'partial', findings: 2 });
    expect(run.left_out).toContain(
      '1 finding of an earlier analysis kept, because sources are unknown now',
    );
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(2);
    expect(await countTagged('analyze-it-unknown-1', `${TAG}_0`)).toBe(3);
  });
});

describe('two incidents in one hour, each seen by two sources', () => {
  const index = 'analyze-it-two-views';
  const keyword = { type: 'keyword' } as const;
  const mappings = {
    dynamic: false,
    properties: {
      '@timestamp': { type: 'date' },
      type: keyword,
      severity: keyword,
      program: keyword,
      user: keyword,
      host: { properties: { name: keyword } },
    },
  } as const;
  const FRIDAYS = ['2026-10-30', '2026-11-06', '2026-11-13', DAY];
  const times = (count: number, document: object): object[] =>
    Array.from({ length: count }, () => ({ type: 'syslog', host: { name: 'web1' }, ...document }));
  const at = (day: string, hour: number): object => ({
    '@timestamp': `${day}T${String(hour).padStart(2, '0')}:20:00Z`,
  });
  const hourly = (day: string, hour: number): object[] => [
    ...times(9, { ...at(day, hour), severity: '5', program: 'cron', user: 'root' }),
    ...times(1, { ...at(day, hour), severity: '5', program: 'sudo', user: 'ana' }),
    ...times(1, { ...at(day, hour), severity: '3', program: 'kernel' }),
  ];
  const usual = FRIDAYS.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => hourly(day, hour)).flat(),
  );
  const sources = [
    countsSource({ index }),
    countsSource({
      id: 'program',
      name: 'Syslog by program',
      index,
      subtype_fields: ['program'],
      wording: { code: 'syslog program {subtype}', names: [] },
    }),
  ];
  const scope = newScope();
  const seriesOf = ({ source, subtype }: Finding) => `${source} ${subtype ?? ''}`;

  beforeAll(async () => {
    const planted = [
      ...times(200, { ...at(DAY, 15), severity: '5', program: 'sudo', user: 'mallory' }),
      ...times(150, { ...at(DAY, 15), severity: '3', program: 'cron' }),
    ];
    await logs.add(index, [...usual, ...planted], mappings);
  });

  it('are two incidents, each with who it was', async () => {
    const { run, findings } = await analyze({ index, scope, sources, isTagging: false });
    expect(run.left_out.join()).not.toMatch(/as incidents|who or what/);
    const incidents = new Map<string | undefined, string[]>();
    for (const finding of findings) {
      const views = incidents.get(finding.incident) ?? [];
      incidents.set(finding.incident, [...views, seriesOf(finding)].sort());
    }
    expect([...incidents.values()].sort()).toEqual([
      ['program cron', 'syslog 3'],
      ['program sudo', 'syslog 5'],
    ]);
    const notice = findings.find((finding) => seriesOf(finding) === 'syslog 5');
    expect(notice?.values?.[0]).toEqual({ field: 'user', value: 'mallory', today: 200, usual: 0 });
    expect(notice === undefined ? '' : explainedSentence(notice)).toMatch(
      /200 of them from mallory, usually 0.* 201 of the 210 are also syslog program sudo\.$/,
    );
  });

  it('keep their ids when the day is analyzed again with more', async () => {
    const before = await fetchFindings(client, runIdOf(scope, DAY, 'UTC'), signal);
    const again = times(90, { ...at(DAY, 15), severity: '3', program: 'cron', user: 'root' });
    await logs.add(index, again, mappings);
    await forgetCounts(scope);
    const { findings } = await analyze({ index, scope, sources, isTagging: false });
    const idsOf = (of: readonly Finding[]) =>
      Object.fromEntries(of.map((finding) => [seriesOf(finding), finding.incident]));
    expect(idsOf(findings)).toEqual(idsOf(before));
    const kept = await fetchFindings(client, runIdOf(scope, DAY, 'UTC'), signal);
    expect(idsOf(kept)).toEqual(idsOf(before));
    expect(kept.every(({ explained = '', sentence }) => explained.length > sentence.length)).toBe(
      true,
    );
  });
});
