import { setImmediate } from 'node:timers/promises';
import { type Day, localDay } from '../../../common/time';
import type { Answer } from '../../app/counting';
import {
  type ArrivedRequest,
  type FakeAnswer,
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import { createSurvey, fetchDayDocuments, notingShards } from './fetch_day_documents';

const { signal } = new AbortController();
const days = ['2026-11-22', '2026-11-23'].map((day) => localDay(day, 'UTC'));
const syslog = countsSource();
const mail = countsSource({ id: 'mail', filter: [{ field: 'type', any_of: ['mail'] }] });
const group = { index: 'logs-*', fields: new Map(), subtype_kind: null, unusable: null };
const WHOLE = { total: 1, successful: 1, skipped: 0, failed: 0 };

interface Asked {
  readonly aggs: { readonly all?: object; readonly of_source?: object; readonly days?: object };
}

const aggsOf = ({ body }: ArrivedRequest): Asked['aggs'] => (body as Asked).aggs;
const bucketsOf = (counts: readonly number[]) => ({
  buckets: counts.map((count, place) => ({ key: days[place]?.day, doc_count: count })),
});

function answer(request: ArrivedRequest): FakeAnswer {
  const { all, of_source: ofSource, days: sourceDays } = aggsOf(request);
  const aggregations = {
    ...(all && { all: bucketsOf([7, 0]) }),
    ...(ofSource && { of_source: { days: bucketsOf([3]) } }),
    ...(sourceDays && { days: bucketsOf([3]) }),
  };
  return { body: { timed_out: false, _shards: WHOLE, hits: { hits: [] }, aggregations } };
}

let fake: FakeElasticsearch;
afterEach(() => fake.close());

const askedFor = (): string[][] => fake.requests.map((request) => Object.keys(aggsOf(request)));

describe('the documents of days', () => {
  it('are asked for once by sources of the same indices, also by those who ask meanwhile', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    const ask = (source: typeof syslog) =>
      fetchDayDocuments(fake.client, source, group, { days, checked: [] }, survey, signal);
    const both = await Promise.all([ask(syslog), ask(mail)]);
    const known = new Map([
      ['2026-11-22', { all: 7, of_source: null }],
      ['2026-11-23', { all: 0, of_source: null }],
    ]);
    expect(both).toEqual([
      { state: 'known', value: known, searches: 1, shards: 1 },
      { state: 'known', value: known, searches: 0, shards: 1 },
    ]);
    expect(askedFor()).toEqual([['all']]);
  });

  it('of a source itself are asked for each time', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    const checked = days.slice(0, 1);
    const ask = (source: typeof syslog) =>
      fetchDayDocuments(fake.client, source, group, { days, checked }, survey, signal);
    const value = new Map([
      ['2026-11-22', { all: 7, of_source: 3 }],
      ['2026-11-23', { all: 0, of_source: null }],
    ]);
    expect(await ask(syslog)).toEqual({ state: 'known', value, searches: 1, shards: 1 });
    expect(await ask(mail)).toEqual({ state: 'known', value, searches: 1, shards: 1 });
    expect(askedFor()).toEqual([['all', 'of_source'], ['days']]);
    expect(JSON.stringify(fake.requests[1]?.body)).toContain('"mail"');
  });

  it('of a source are asked for while another waits for those of the indices', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    let answerAll: (all: Answer<ReadonlyMap<Day, number>>) => void = () => undefined;
    const all = new Promise<Parameters<typeof answerAll>[0]>((resolve) => (answerAll = resolve));
    jest.spyOn(survey.all, 'get').mockReturnValue(all);
    const asked = { days, checked: days.slice(0, 1) };
    const documents = fetchDayDocuments(fake.client, mail, group, asked, survey, signal);
    while (fake.requests.length === 0) await setImmediate();
    answerAll({ state: 'known', value: new Map([['2026-11-22', 7]]) });
    const value = new Map([['2026-11-22', { all: 7, of_source: 3 }]]);
    expect(await documents).toEqual({ state: 'known', value, searches: 1 });
  });

  it('of a source are asked for with those of the indices if these turn out to be unknown', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    jest
      .spyOn(survey.all, 'get')
      .mockReturnValue(Promise.resolve({ state: 'unknown', reason: 'a shard failed' }));
    const asked = { days, checked: days.slice(0, 1) };
    const found = await fetchDayDocuments(fake.client, mail, group, asked, survey, signal);
    expect([found.state, found.searches]).toEqual(['known', 2]);
    expect(askedFor()).toEqual([['days'], ['all', 'of_source']]);
  });

  it('of a source are awaited when those of the indices cannot be had', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    const gone = Promise.reject<Answer<ReadonlyMap<Day, number>>>(new Error('socket hang up'));
    jest.spyOn(survey.all, 'get').mockReturnValue(gone);
    let isAnswered = false;
    const { search } = fake.client;
    jest
      .spyOn(fake.client, 'search')
      .mockImplementation(async (...asked: Parameters<typeof search>) => {
        const found = await search.call(fake.client, ...asked);
        isAnswered = true;
        return found;
      });
    const asked = { days, checked: days.slice(0, 1) };
    const documents = fetchDayDocuments(fake.client, mail, group, asked, survey, signal);
    await expect(documents).rejects.toThrow('socket hang up');
    expect(isAnswered).toBe(true);
  });

  it('are asked for again if counts found an index more or less since', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    const ask = () =>
      fetchDayDocuments(fake.client, mail, group, { days, checked: [] }, survey, signal);
    const count = (shards: number) =>
      Promise.resolve({ state: 'known', value: 1, searches: 1, shards } as const);
    await ask();
    await notingShards(survey, group, count(1));
    expect(await ask()).toMatchObject({ searches: 0 });
    await notingShards(survey, group, count(0));
    expect(await ask()).toMatchObject({ searches: 1 });
    await notingShards(survey, group, count(2));
    expect(await ask()).toMatchObject({ searches: 1 });
  });

  it('are asked for again if those of the source are asked for in an index more or less', async () => {
    let total = 2;
    fake = await fakeElasticsearch((request) => {
      const { body } = answer(request);
      return { body: { ...(body as object), _shards: { ...WHOLE, total, successful: total } } };
    });
    const survey = createSurvey();
    const asked = { days, checked: days.slice(0, 1) };
    const ask = () => fetchDayDocuments(fake.client, mail, group, asked, survey, signal);
    await ask();
    expect(await ask()).toMatchObject({ searches: 1, shards: 2 });
    total = 1;
    expect(await ask()).toMatchObject({ searches: 2, shards: 1 });
    total = 3;
    expect(await ask()).toMatchObject({ searches: 2, shards: 3 });
  });

  it('are asked for again once by sources that meet the same index more or less', async () => {
    let total = 2;
    fake = await fakeElasticsearch((request) => {
      const { body } = answer(request);
      return { body: { ...(body as object), _shards: { ...WHOLE, total, successful: total } } };
    });
    const survey = createSurvey();
    const asked = { days, checked: days.slice(0, 1) };
    const ask = (source: typeof syslog) =>
      fetchDayDocuments(fake.client, source, group, asked, survey, signal);
    await ask(syslog);
    total = 3;
    const found = await Promise.all([syslog, mail, countsSource({ id: 'ossec' })].map(ask));
    const value = new Map([
      ['2026-11-22', { all: 7, of_source: 3 }],
      ['2026-11-23', { all: 0, of_source: null }],
    ]);
    for (const one of found) expect(one).toMatchObject({ state: 'known', value, shards: 3 });
    const searches = found.map((one) => one.searches).sort();
    expect(searches).toEqual([1, 1, 2]);
    expect(askedFor().filter((aggs) => aggs.includes('all'))).toHaveLength(2);
  });

  it('are asked for again if other indices were found since, though as many', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    const ask = (...names: string[]) =>
      fetchDayDocuments(
        fake.client,
        mail,
        { ...group, names },
        { days, checked: [] },
        survey,
        signal,
      );
    expect(await ask('logs-1', 'logs-2')).toMatchObject({ searches: 1 });
    expect(await ask('logs-1', 'logs-2')).toMatchObject({ searches: 0 });
    expect(await ask('logs-2', 'logs-3')).toMatchObject({ searches: 1 });
  });

  it('are asked for again in other indices, by another time field, for other days', async () => {
    fake = await fakeElasticsearch(answer);
    const survey = createSurvey();
    const ask = (source: typeof syslog, index: string, asked: typeof days) =>
      fetchDayDocuments(
        fake.client,
        source,
        { ...group, index },
        { days: asked, checked: [] },
        survey,
        signal,
      );
    await ask(syslog, 'logs-*', days);
    await ask(syslog, 'mail-*', days);
    await ask(countsSource({ time_field: 'received' }), 'logs-*', days);
    await ask(syslog, 'logs-*', days.slice(0, 1));
    expect(fake.requests).toHaveLength(4);
  });

  it('that are unknown for one source are asked for again by the next', async () => {
    let isBroken = true;
    fake = await fakeElasticsearch((request) => {
      if (!isBroken) return answer(request);
      isBroken = false;
      return { status: 400, body: { error: { type: 'x', reason: 'bad field', root_cause: [] } } };
    });
    const survey = createSurvey();
    const ask = (source: typeof syslog) =>
      fetchDayDocuments(fake.client, source, group, { days, checked: [] }, survey, signal);
    const [first, second] = await Promise.all([ask(syslog), ask(mail)]);
    expect(first).toMatchObject({ state: 'unknown', searches: 1 });
    expect(second).toMatchObject({ state: 'known', searches: 1 });
  });
});
