import type { Source } from '../../../common/sources';
import { HOURS_PER_DAY } from '../../../common/time';
import type { CountedDay, SourceDay } from '../../../common/waveform/hours';
import { clockWords, pluralWords } from '../../../common/waveform/words';
import type { CountedSource } from '../counting';
import { vanishedFrom } from './vanished_field';

/** Less than this part of the usual share of documents in series is nearly none. */
const NEARLY_NONE = 0.05;
/** From fewer documents that should be in series, nothing follows. */
const LEAST_EXPECTED = 3;

function inSeries({ documents, without_subtype: without }: SourceDay): number {
  return documents - without;
}

/** The share of documents that are in series, over all known days. */
function usualShare(days: readonly CountedDay[]): number {
  let documents = 0;
  let found = 0;
  for (const day of days) {
    if (day.state !== 'known') continue;
    documents += day.counts.documents;
    found += inSeries(day.counts);
  }
  return documents === 0 ? 0 : found / documents;
}

/** What came on days on which documents had the field as usual. */
interface OrdinaryDays {
  /** Documents without it on the day that had most of them. */
  readonly mostWithout: number;
  /** Documents of a mean day. */
  readonly documents: number;
}

function ordinaryDays(days: readonly SourceDay[]): OrdinaryDays {
  const documents = days.reduce((sum, day) => sum + day.documents, 0) / Math.max(1, days.length);
  return {
    mostWithout: days.reduce((most, day) => Math.max(most, day.without_subtype), 0),
    documents,
  };
}

/**
 * Whether the other documents have fallen silent, and only those came that never have the field: no
 * more than usual, and much fewer in all.
 *
 * @param part of the day that is over, from 0 to 1
 */
function areOthersSilent(counts: SourceDay, ordinary: OrdinaryDays, part: number): boolean {
  const isAsUsual = counts.without_subtype <= ordinary.mostWithout * part;
  return isAsUsual && counts.documents < (ordinary.documents * part) / 2;
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

/**
 * Counts in which a day is unknown if its documents came, but hardly one has the fields that it is
 * counted by: a shipper or a mapping has changed, and nobody has fallen silent. So is the tested day
 * if that happened during it.
 *
 * @param part of the tested day that is over, from 0 to 1
 */
export function withoutBlindDays(
  source: Source,
  counted: CountedSource,
  part: number,
): CountedSource {
  const { tested, training } = counted;
  const all = [tested, ...training];
  const share = usualShare(all);
  const isSeen = (counts: SourceDay): boolean => {
    const expected = share * counts.documents;
    return expected < LEAST_EXPECTED || inSeries(counts) >= NEARLY_NONE * expected;
  };
  const seen = all.flatMap((day) =>
    day.state === 'known' && isSeen(day.counts) ? [day.counts] : [],
  );
  const ordinary = ordinaryDays(seen);
  const sight = (day: CountedDay): CountedDay => {
    if (day.state !== 'known' || isSeen(day.counts)) return day;
    const { counts } = day;
    if (areOthersSilent(counts, ordinary, day === tested ? part : 1)) return day;
    return { state: 'unknown', day: counts.day, reason: blindWords(source, counts) };
  };
  const seenBefore = seen.filter((counts) => tested.state !== 'known' || counts !== tested.counts);
  const present = (day: CountedDay): CountedDay => {
    if (day.state !== 'known') return day;
    const { counts } = day;
    const over = Math.floor(part * HOURS_PER_DAY);
    const { mostWithout } = ordinaryDays(seenBefore);
    const from = vanishedFrom({ counts, over, ordinary: seenBefore, mostWithout });
    if (from === undefined) return day;
    return { state: 'unknown', day: counts.day, reason: vanishedWords(source, counts, from) };
  };
  return { ...counted, tested: present(sight(tested)), training: training.map(sight) };
}
