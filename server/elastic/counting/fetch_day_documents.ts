import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import { allOver, HeldAnswers, type MissingRights } from '../../app/basics';
import type { Answer, CountsOwner, DayDocuments, IndexGroup, Searched } from '../../app/counting';
import {
  type DayBuckets,
  type DayDocumentsAggregations,
  getDayDocumentsQuery,
  getSourceDaysQuery,
  type SourceDaysAggregations,
} from './get_day_documents_query';
import type { ReachedIndices } from '../indices';
import { LeastShards, orUnknown, searchWhole } from '../asking';

/** How many documents each day has, and how many shards were asked; absent if that is not known. */
type HeldDays = Answer<ReadonlyMap<Day, number>> & { readonly shards?: number };

/** What has just been found out about indices: their days, and who may read them. */
export interface Survey {
  /** The privileges that the user lacks on an index expression. They hold as long as the survey. */
  readonly rights: HeldAnswers<readonly MissingRights[]>;
  /** How many documents of whatever source each day has, by what was asked. */
  readonly all: HeldAnswers<HeldDays>;
  /** Closed indices, as they were listed after the days were looked up, by index expression. */
  readonly closed: HeldAnswers<Answer<ReachedIndices>>;
  /** Days of sources whose counts are as new as an answer would be. */
  readonly counted: HeldAnswers<true>;
  /** How many shards the latest counts asked, by index expression. */
  readonly shards: Map<string, number>;
}

/** Logs may come and go while others are counted: an answer is soon asked for again. */
const HOLDS_MS = 30_000;

/** Holds what is known of the indices, since most sources share theirs. */
export function createSurvey(): Survey {
  return {
    rights: new HeldAnswers(),
    all: new HeldAnswers({ lastsMs: HOLDS_MS, isPassing: ({ state }) => state === 'unknown' }),
    // They are forgotten when days are looked up.
    closed: new HeldAnswers({ isPassing: ({ state }) => state === 'unknown' }),
    counted: new HeldAnswers({ lastsMs: HOLDS_MS }),
    shards: new Map(),
  };
}

/** Counts, and notes how many shards were asked: if they are others now, the days are asked for again. */
export async function notingShards<T>(
  { shards }: Survey,
  { index }: IndexGroup,
  counts: Promise<Searched<T>>,
): Promise<Searched<T>> {
  const answer = await counts;
  if (answer.shards !== undefined) shards.set(index, answer.shards);
  return answer;
}

/**
 * Whether an index has come or gone since the days were asked for.
 *
 * @param latest how many shards the latest search asked; undefined if that is not known
 */
function isOutdated(held: HeldDays, latest: number | undefined): boolean {
  return held.shards !== undefined && latest !== undefined && held.shards !== latest;
}

/** A day of a source in a zone. */
type SourceDay = readonly [owner: CountsOwner, day: Day];

/** Says that a day of a source has been counted just now, so that it cannot have grown much since. */
export function noteCounted({ counted }: Survey, ...day: SourceDay): void {
  counted.hold(JSON.stringify(day), Promise.resolve(true));
}

/** Whether a day of a source has been counted just now. */
export function isJustCounted({ counted }: Survey, ...day: SourceDay): boolean {
  return counted.get(JSON.stringify(day)) !== undefined;
}

type Counts = ReadonlyMap<Day, number>;

function countsOf(days: DayBuckets | undefined): Counts {
  return new Map(days?.buckets.map(({ key, doc_count: count }) => [key, count]));
}

function foldDays(all: Counts, ofSource: Counts): Map<Day, DayDocuments> {
  return new Map(
    [...all].map(([day, count]) => [day, { all: count, of_source: ofSource.get(day) ?? null }]),
  );
}

function shardsOf({ shards }: { readonly shards?: number }): { readonly shards?: number } {
  return shards === undefined ? {} : { shards };
}

function known<T>(value: T, searches: number): Searched<T> {
  return { state: 'known', value, searches };
}

/**
 * Days, fields and the indices that were found are part of the question, and nothing of the source else.
 */
function questionOf(
  { time_field: time }: Source,
  { index, names = [], fields }: IndexGroup,
  days: readonly LocalDay[],
): string {
  const bounds = days.map(({ day, from, to }) => [day, from, to]);
  return JSON.stringify([index, [...names].sort(), fields.get(time) ?? time, bounds]);
}

/** The documents of which days are asked for, and those of the source on the checked ones. */
interface DaysQuestion {
  readonly days: readonly LocalDay[];
  readonly checked: readonly LocalDay[];
}

/** What is asked, where, and what has been found out already. */
interface DaysTask extends DaysQuestion {
  readonly source: Source;
  readonly group: IndexGroup;
  readonly survey: Survey;
  readonly question: string;
  readonly search: <T>(
    query: estypes.SearchRequest,
  ) => Promise<Answer<T> & { readonly shards?: number }>;
}

/** Asks for both in one search, which others may wait for. */
async function askBoth(task: DaysTask): Promise<Searched<ReadonlyMap<Day, DayDocuments>>> {
  const { source, group, days, checked, survey, question, search } = task;
  const query = getDayDocumentsQuery(source, group.fields, days, checked);
  const asked = search<DayDocumentsAggregations>(query).finally(() =>
    survey.closed.forget(source.index),
  );
  const all = asked.then((answer): HeldDays => {
    return answer.state === 'unknown' ? answer : { ...answer, value: countsOf(answer.value.all) };
  });
  survey.all.hold(question, all);
  const found = await asked;
  if (found.state === 'unknown') return { ...found, searches: 1 };
  const { all: ofAll, of_source: ofSource } = found.value;
  return {
    ...known(foldDays(countsOf(ofAll), countsOf(ofSource?.days)), 1),
    ...shardsOf(found),
  };
}

/** The documents of the source on the checked days, by a search of their own. */
async function askOfSource({
  source,
  group,
  checked,
  search,
}: DaysTask): Promise<Searched<Counts>> {
  if (checked.length === 0) return known(new Map(), 0);
  const query = getSourceDaysQuery(source, group.fields, checked);
  const found = await search<SourceDaysAggregations>(query);
  return found.state === 'unknown'
    ? { ...found, searches: 1 }
    : { ...known(countsOf(found.value.days), 1), ...shardsOf(found) };
}

/**
 * Distinguishes days without any document in the indices (nothing is known about them) from days
 * without a document of the source (that is zero), and finds days that grew: one search, or none if
 * the survey has all. If the survey has what concerns the indices, or is about to have it, only the
 * source is asked about, at the same time. If that turns out to be unknown or outdated, both are asked for
 * in a second search, unless another source that waited for it has done so.
 *
 * @returns the documents of each day, or unknown if a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchDayDocuments(
  client: Client,
  source: Source,
  group: IndexGroup,
  { days, checked }: DaysQuestion,
  survey: Survey,
  signal: AbortSignal,
): Promise<Searched<ReadonlyMap<Day, DayDocuments>>> {
  if (days.length === 0) return known(new Map(), 0);
  const question = questionOf(source, group, days);
  const search: DaysTask['search'] = async <T>(query: estypes.SearchRequest) => {
    const asked = new LeastShards();
    const request = { ...query, index: group.index };
    const answer = await orUnknown(() => searchWhole<T>(client, request, signal, asked));
    return { ...answer, ...asked.told() };
  };
  const task: DaysTask = { source, group, days, checked, survey, question, search };
  // Without one the question is held before anybody else asks.
  let held = survey.all.get(question);
  if (held === undefined) return askBoth(task);
  const asked = askOfSource(task);
  for (;;) {
    const [all, ofSource] = await allOver([held, asked]);
    const latest = ofSource.shards ?? survey.shards.get(group.index);
    if (all.state === 'known' && !isOutdated(all, latest)) {
      if (ofSource.state === 'unknown') return ofSource;
      return { ...known(foldDays(all.value, ofSource.value), ofSource.searches), ...shardsOf(all) };
    }
    const next = survey.all.get(question);
    if (next === undefined || next === held) {
      const both = await askBoth(task);
      return { ...both, searches: both.searches + ofSource.searches };
    }
    // Another source that waited for the same answer has asked again.
    held = next;
  }
}
