import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import type { Source } from '../../../common/sources';
import { binsOf, columnFinder, type LocalDay, MS_PER_DAY } from '../../../common/time';
import { SeriesNames, type SourceDay } from '../../../common/waveform/hours';
import type { IndexGroup, Searched } from '../../app/counting';
import { IncompleteAnswer, LeastShards, orUnknown, searchWhole } from '../asking';
import { emptyCounts, foldDays } from './fold_counts';
import {
  getDaysLackingQuery,
  getDaysQuery,
  type DaysAggregations,
  type DaysDocumentsAggregation,
  type DaysInARow,
} from './get_counts_query';
import { missingValue } from './missing_value';
import type { SourceSizes } from './source_sizes';
import { termsSize } from './terms_size';

/** Other days of a source may have so many times as many series as the one that is known. */
const MORE_SERIES = 2;

/**
 * How many days of a group of indices may be counted in one search: as many as an answer has room for.
 *
 * @param series how many series one of its days has
 * @param sizes what is known of the sources
 * @returns less than 2 where each day is to be counted alone
 */
export function daysInOneSearch(
  source: Source,
  group: IndexGroup,
  day: LocalDay,
  series: number,
  sizes: SourceSizes,
): number {
  const isCounted = source.subtype_fields.length === 1 && !sizes.isCrowded(source);
  if (!isCounted || missingValue(group.subtype_kind) === undefined) return 0;
  // One more of each: documents without the field, and the bucket of a subtype itself.
  const span = { from: day.from, to: day.from + MS_PER_DAY };
  return Math.floor(termsSize(day, span) / (MORE_SERIES * series + 1));
}

/** Days that one search can count: each begins where the one before ends, and all have the same bins. */
function inARow(days: readonly LocalDay[]): DaysInARow {
  const sorted = [...days].sort((a, b) => a.from - b.from);
  const [first, ...others] = sorted;
  if (first === undefined) throw new RangeError('no day is to be counted');
  const { interval, offset } = binsOf(first);
  let before = first;
  for (const day of others) {
    const bins = binsOf(day);
    if (day.from !== before.to || bins.interval !== interval || bins.offset !== offset) {
      throw new IncompleteAnswer('these days cannot be counted together');
    }
    before = day;
  }
  return [first, ...others];
}

async function countDays(
  source: Source,
  { fields, subtype_kind: kind }: IndexGroup,
  days: DaysInARow,
  search: <T>(query: estypes.SearchRequest) => Promise<T>,
): Promise<SourceDay[]> {
  const missing = missingValue(kind);
  const last = days.at(-1) ?? days[0];
  const size = termsSize(days[0], { from: days[0].from, to: last.to });
  if (missing === undefined || size === 0) throw new IncompleteAnswer('no room for these days');
  // There are more than one only where one of them has few series.
  const room = { size, missing, has_few: true };
  const answer = await search<DaysAggregations>(getDaysQuery(source, fields, days, room));
  if (answer.series.sum_other_doc_count > 0) throw new IncompleteAnswer('too many series');
  const names = new SeriesNames();
  const counts = days.map(() => emptyCounts(names));
  const finders = days.map((day) => ({ to: day.to, hourAt: columnFinder(day) }));
  foldDays(counts, answer, missing.missing, finders);
  const numbersOf = ({ days: { buckets } }: DaysDocumentsAggregation): Map<string, number> =>
    new Map(buckets.map(({ key, doc_count: documents }) => [key, documents]));
  const documents = numbersOf(answer);
  // Some documents are in several buckets: how many of them lack a field is a question of its own.
  const isTold = days.every(({ day }, at) => counts[at]?.total === documents.get(day));
  const lacking = isTold
    ? undefined
    : numbersOf(await search(getDaysLackingQuery(source, fields, days)));
  return days.flatMap(({ day, zone }, at) => {
    const ofDay = counts[at];
    if (ofDay === undefined) return [];
    ofDay.series.trim();
    return [
      {
        source: source.id,
        day,
        zone,
        series: ofDay.series,
        documents: documents.get(day) ?? 0,
        without_subtype: lacking === undefined ? ofDay.lacking : (lacking.get(day) ?? 0),
      },
    ];
  });
}

/**
 * Counts the hours of several days of a source in one search, by the terms query of `fetchCounts`, and
 * one more where documents have several values in the subtype field.
 *
 * @param days at least one
 * @returns the days, or unknown where a shard failed, Elasticsearch refused, or the answer has no room for
 *   them: then each is to be counted alone
 * @throws errors of the connection, and the abort
 */
export async function fetchDays(
  client: Client,
  source: Source,
  group: IndexGroup,
  days: readonly LocalDay[],
  signal: AbortSignal,
): Promise<Searched<readonly SourceDay[]>> {
  let searches = 0;
  const asked = new LeastShards();
  const search = <T>(query: estypes.SearchRequest): Promise<T> => {
    searches += 1;
    const request = { ...query, index: group.index, request_cache: false };
    // Each day can be counted alone.
    return searchWhole(client, request, signal, asked, true);
  };
  const answer = await orUnknown(() => countDays(source, group, inARow(days), search));
  return { ...answer, searches, ...asked.told() };
}
