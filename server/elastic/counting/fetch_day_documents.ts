import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import { HeldAnswers, type MissingRights } from '../../app/basics';
import type { Answer, CountsOwner, DayDocuments, IndexGroup, Searched } from '../../app/counting';
import {
  type DayBuckets,
  type DayDocumentsAggregations,
  getDayDocumentsQuery,
} from './get_day_documents_query';
import { orUnknown, searchWhole } from '../asking';

/** What has just been found out about indices: their days, and who may read them. */
export interface Survey {
  /** The privileges that the user lacks on an index expression. They hold as long as the survey. */
  readonly rights: HeldAnswers<readonly MissingRights[]>;
  /** How many documents of whatever source each day has, by what was asked. */
  readonly all: HeldAnswers<Answer<ReadonlyMap<Day, number>>>;
  /** Days of sources whose counts are as new as an answer would be. */
  readonly counted: HeldAnswers<true>;
}

/** Logs may come and go while others are counted: an answer is soon asked for again. */
const HOLDS_MS = 30_000;

/** Holds what is known of the indices, since most sources share theirs. */
export function createSurvey(): Survey {
  return {
    rights: new HeldAnswers(),
    all: new HeldAnswers({ lastsMs: HOLDS_MS, isPassing: ({ state }) => state === 'unknown' }),
    counted: new HeldAnswers({ lastsMs: HOLDS_MS }),
  };
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

function countsOf(days: DayBuckets | undefined): Map<Day, number> {
  return new Map(days?.buckets.map(({ key, doc_count: count }) => [key, count]));
}

function allOf(answer: Answer<DayDocumentsAggregations>): Answer<ReadonlyMap<Day, number>> {
  return answer.state === 'unknown' ? answer : { ...answer, value: countsOf(answer.value.all) };
}

function foldDays(
  all: ReadonlyMap<Day, number>,
  { of_source: ofSource }: DayDocumentsAggregations,
): Map<Day, DayDocuments> {
  const ofSourceOn = countsOf(ofSource?.days);
  return new Map(
    [...all].map(([day, count]) => [day, { all: count, of_source: ofSourceOn.get(day) ?? null }]),
  );
}

/** Days and fields are part of the question, and nothing of the source else. */
function questionOf(
  { time_field: time }: Source,
  { index, fields }: IndexGroup,
  days: readonly LocalDay[],
): string {
  const bounds = days.map(({ day, from, to }) => [day, from, to]);
  return JSON.stringify([index, fields.get(time) ?? time, bounds]);
}

/**
 * Distinguishes days without any document in the indices (nothing is known about them) from days
 * without a document of the source (that is zero), and finds days that grew: one search, or none if
 * the survey has all.
 *
 * @returns the documents of each day, or unknown if a shard failed or Elasticsearch refused
 * @throws errors of the connection, and the abort
 */
export async function fetchDayDocuments(
  client: Client,
  source: Source,
  group: IndexGroup,
  { days, checked }: { readonly days: readonly LocalDay[]; readonly checked: readonly LocalDay[] },
  survey: Survey,
  signal: AbortSignal,
): Promise<Searched<ReadonlyMap<Day, DayDocuments>>> {
  if (days.length === 0) return { state: 'known', value: new Map(), searches: 0 };
  const question = questionOf(source, group, days);
  const begun = survey.all.get(question);
  // Without one the question is held before anybody else asks.
  const held = begun === undefined ? undefined : await begun;
  const isHeld = held?.state === 'known';
  if (isHeld && checked.length === 0) {
    return { state: 'known', value: foldDays(held.value, {}), searches: 0 };
  }
  const query = getDayDocumentsQuery(source, group.fields, isHeld ? [] : days, checked);
  const asked = orUnknown(() =>
    searchWhole<DayDocumentsAggregations>(client, { ...query, index: group.index }, signal),
  );
  if (!isHeld) survey.all.hold(question, asked.then(allOf));
  const found = await asked;
  if (found.state === 'unknown') return { ...found, searches: 1 };
  const all = isHeld ? held.value : countsOf(found.value.all);
  return { state: 'known', value: foldDays(all, found.value), searches: 1 };
}
