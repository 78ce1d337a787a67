import type { Source } from '../../../../common/sources';
import { HOURS_PER_DAY } from '../../../../common/time';
import {
  ascending,
  type CountedDay,
  percentileOfSorted,
  type SourceDay,
  sumByHour,
} from '../../../../common/waveform/hours';
import { clockWords, pluralWords } from '../../../../common/waveform/words';
import { type CountedSource, unknownFor } from '../../counting';
import { alikeDays, hoursUntilLast, meanHours } from './alike_days';
import { haveSomeEnded, type LostSeries, lostSeries } from './lost_field';
import { areGone, type HoursWithout, usualHours } from './usual_without';
import { isReplaced, LEAST_EXPECTED, sumOf, type SuspectedHours } from './vanished_field';

/** Less than this part of the usual share of documents in series is nearly none. */
const NEARLY_NONE = 0.05;
/** The percentile of days that is still usual. */
const USUAL = 90;

function inSeries({ documents, without_subtype: without }: SourceDay): number {
  return documents - without;
}

function knownOf(days: readonly CountedDay[]): SourceDay[] {
  return days.flatMap((day) => (day.state === 'known' ? [day.counts] : []));
}

/** The share of documents that are in series, over all known days. */
function usualShare(days: readonly SourceDay[]): number {
  let documents = 0;
  let found = 0;
  for (const day of days) {
    documents += day.documents;
    found += inSeries(day);
  }
  return documents === 0 ? 0 : found / documents;
}

/** Documents without the field on the day that had most of them. */
function mostWithout(days: readonly SourceDay[]): number {
  return days.reduce((most, day) => Math.max(most, day.without_subtype), 0);
}

/** Documents without the field that come in a day at most, but on one day in ten: it may have a burst. */
function usualWithout(days: readonly SourceDay[]): number {
  const sorted = ascending(days.map(({ without_subtype: without }) => without));
  return percentileOfSorted(sorted, USUAL);
}

/**
 * Whether the other documents have fallen silent, and only those came that never have the field: no
 * more than usual, and much fewer in all.
 *
 * @param ordinary days on which documents had the field as usual
 * @param part of an ordinary day that is over: 1, or nearly 1 where the clock changes
 */
function areOthersSilent(counts: SourceDay, ordinary: readonly SourceDay[], part: number): boolean {
  const all = ordinary.reduce((sum, day) => sum + day.documents, 0);
  const mean = all / Math.max(1, ordinary.length);
  const isAsUsual = counts.without_subtype <= mostWithout(ordinary) * part;
  return isAsUsual && counts.documents < (mean * part) / 2;
}

function blindWords({ subtype_fields: fields }: Source, counts: SourceDay): string {
  const found = inSeries(counts);
  const has = `${found === 0 ? 'none' : `only ${found}`} of ${pluralWords(counts.documents, 'document')}`;
  return `${has} of ${counts.day} ${found > 1 ? 'have' : 'has'} the field ${fields.join(' and ')}`;
}

function vanishedWords(
  { subtype_fields: fields }: Source,
  counts: SourceDay,
  from: number,
): string {
  const without = pluralWords(counts.without_subtype, 'document');
  return `no document of ${counts.day} has the field ${fields.join(' and ')} from ${clockWords(from)} on, and ${without} came without it`;
}

/** The present day, and what is known of others. */
interface PresentDay {
  readonly source: Source;
  readonly counts: SourceDay;
  /** Whether its documents have the field as usual, taken as a whole. */
  readonly isSeen: boolean;
  /** Days before, on which documents had the field as usual. */
  readonly ordinary: readonly SourceDay[];
  /** Whether the field had vanished on the day before already. */
  readonly isAlreadyBlind: boolean;
  readonly over: SuspectedHours['over'];
  readonly hoursWithout: HoursWithout;
}

/** Counts of a source as far as its documents have the field that they are counted by. */
export interface SightedSource extends CountedSource {
  /** Series that may have lost the field on the present day; absent if none have. */
  readonly lost?: LostSeries;
}

type Sight = Pick<SightedSource, 'tested' | 'lost' | 'is_troubled'>;

/** The hours in which the field may have vanished, but for the documents that came without it. */
function hoursToAsk({ counts, isSeen, ordinary, over }: PresentDay, usual: number) {
  const alike = alikeDays(ordinary, counts);
  const found = sumByHour(counts.series);
  const until = hoursUntilLast(found);
  const hours = {
    found,
    expected: meanHours(alike, ({ series }) => sumByHour(series)),
    usualWithout: new Array<number>(HOURS_PER_DAY).fill(usual / HOURS_PER_DAY),
    // Where the field vanished within an hour, documents of this hour have it as well.
    from: isSeen ? Math.max(0, until - 1) : 0,
    over,
  };
  return { alike, until, hours };
}

/** Documents without the field as they would come if they took the place of all that is missing. */
function mostLike({ found, expected, usualWithout, over }: Omit<SuspectedHours, 'without'>) {
  return over.map((part, hour) => {
    const missing = Math.max(0, (expected[hour] ?? 0) * part - (found[hour] ?? 0));
    return missing + (usualWithout[hour] ?? 0) * part;
  });
}

/**
 * The present day, unknown if its documents came without the field, or from some hour on. In which
 * hours they did is asked for only if there are more of them than usual, and series have ended.
 */
async function sightPresent(tested: CountedDay, present: PresentDay): Promise<Sight> {
  const { source, counts, isSeen, ordinary, isAlreadyBlind, over, hoursWithout } = present;
  const part = sumOf(over) / HOURS_PER_DAY;
  const unknown = (reason: string): Sight => ({
    tested: { state: 'unknown', day: counts.day, reason },
  });
  if (!isSeen && isAlreadyBlind) {
    return areOthersSilent(counts, ordinary, part)
      ? { tested }
      : unknown(blindWords(source, counts));
  }
  // On the first day of a source, nothing is known of what is usual.
  if (ordinary.length === 0) return { tested };
  const usual = usualWithout(ordinary);
  // Adding up hours takes long, and most days have nothing that is unusual.
  if (counts.without_subtype <= usual * part) return { tested };
  const { alike, until, hours } = hoursToAsk(present, usual);
  const mayBeBlind = isReplaced({ ...hours, without: mostLike(hours) });
  if (!mayBeBlind && !haveSomeEnded(counts, alike, hours.over)) return { tested };
  const answer = await hoursWithout(counts.day);
  if (answer.state === 'unknown') {
    // What some series may have lost changes no count.
    if (!mayBeBlind) return { tested };
    const { reason, is_passing: isPassing = false } = answer;
    const day = { ...unknownFor(reason, isPassing), day: counts.day };
    return { tested: day, ...(isPassing ? { is_troubled: true } : {}) };
  }
  // Nobody can say then in which hours the documents came.
  const isGone = areGone(answer.value, counts);
  if (isGone && !mayBeBlind) return { tested };
  const byHour = (await usualHours(alike, hoursWithout)) ?? hours.usualWithout;
  const known = { ...hours, without: answer.value, usualWithout: byHour };
  if (isGone || isReplaced(known)) {
    return unknown(isSeen ? vanishedWords(source, counts, until) : blindWords(source, counts));
  }
  const lost = lostSeries(counts, alike, known);
  return { tested, ...(lost === undefined ? {} : { lost }) };
}

/**
 * Counts in which a day is unknown if its documents came, but hardly one has the fields that it is
 * counted by: a shipper or a mapping has changed, and nobody has fallen silent. So is the tested day
 * if that happened during it. Of training days, only their sums are known.
 *
 * @param over how much of each hour of the tested day is over: 0 to 1, up to 2 if it comes twice
 * @param hoursWithout asks for the documents of a day without the fields
 */
export async function withoutBlindDays(
  source: Source,
  counted: CountedSource,
  over: SuspectedHours['over'],
  hoursWithout: HoursWithout,
): Promise<SightedSource> {
  const { tested, training } = counted;
  const before = knownOf(training);
  const share = usualShare([...knownOf([tested]), ...before]);
  const isSeen = (counts: SourceDay): boolean => {
    const expected = share * counts.documents;
    return expected < LEAST_EXPECTED || inSeries(counts) >= NEARLY_NONE * expected;
  };
  const ordinary = before.filter(isSeen);
  const isBlind = (counts: SourceDay): boolean =>
    !isSeen(counts) && !areOthersSilent(counts, ordinary, 1);
  const sighted = training.map((day): CountedDay => {
    if (day.state !== 'known' || !isBlind(day.counts)) return day;
    return { state: 'unknown', day: day.counts.day, reason: blindWords(source, day.counts) };
  });
  if (tested.state !== 'known') return { ...counted, training: sighted };
  const latest = before.reduce<SourceDay | undefined>(
    (last, one) => (last === undefined || one.day > last.day ? one : last),
    undefined,
  );
  const isAlreadyBlind = latest !== undefined && isBlind(latest);
  const { counts } = tested;
  const about = { source, counts, isSeen: isSeen(counts), isAlreadyBlind };
  const sight = await sightPresent(tested, { ...about, ordinary, over, hoursWithout });
  return { ...counted, training: sighted, ...sight };
}
