import type { Source } from '../../../common/sources';
import type { CountedDay, SourceDay } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import type { CountedSource } from '../counting';

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

function blindWords({ subtype_fields: fields }: Source, counts: SourceDay): string {
  const found = inSeries(counts);
  const has = `${found === 0 ? 'none' : `only ${found}`} of ${pluralWords(counts.documents, 'document')}`;
  return `${has} of ${counts.day} ${found > 1 ? 'have' : 'has'} the field ${fields.join(' and ')}`;
}

/**
 * Counts in which a day is unknown if its documents came, but hardly one has the fields that it is
 * counted by: a shipper or a mapping has changed, and nobody has fallen silent.
 */
export function withoutBlindDays(source: Source, counted: CountedSource): CountedSource {
  const { tested, training } = counted;
  const share = usualShare([tested, ...training]);
  const sight = (day: CountedDay): CountedDay => {
    if (day.state !== 'known') return day;
    const { counts } = day;
    const expected = share * counts.documents;
    if (expected < LEAST_EXPECTED || inSeries(counts) >= NEARLY_NONE * expected) return day;
    return { state: 'unknown', day: counts.day, reason: blindWords(source, counts) };
  };
  return { ...counted, tested: sight(tested), training: training.map(sight) };
}
