import type { Day } from '../../common/time/day';
import type { CountedDay } from '../../common/waveform/source_day';
import { pluralWords } from '../../common/waveform/words';
import { dayWords } from './day_words';

/** A day that was counted again, and by how much it had grown. */
export interface Recount {
  readonly day: Day;
  readonly documents_before: number;
  readonly documents: number;
}

function unknownNotes(training: readonly CountedDay[]): string[] {
  const daysOf = new Map<string, Day[]>();
  for (const counted of training) {
    if (counted.state === 'known') continue;
    daysOf.set(counted.reason, [...(daysOf.get(counted.reason) ?? []), counted.day]);
  }
  return [...daysOf].map(
    ([reason, days]) =>
      `${pluralWords(days.length, 'training day')} unknown (${dayWords(days)}), ${reason}`,
  );
}

/** What a reader must know about the counts of a source: one sentence each. */
export function countNotes(
  tested: CountedDay,
  training: readonly CountedDay[],
  recounts: readonly Recount[],
): string[] {
  const recounted = recounts.map(
    ({ day, documents_before: before, documents }) =>
      `${day} counted again, it grew by ${pluralWords(documents - before, 'document')} since it was last counted`,
  );
  const expired = [tested, ...training].flatMap((counted) =>
    counted.state === 'known' && counted.origin === 'kept, logs expired'
      ? [counted.counts.day]
      : [],
  );
  const fromKept =
    expired.length === 0
      ? []
      : [
          `${pluralWords(expired.length, 'day')} from kept counts, logs expired (${dayWords(expired)})`,
        ];
  return [...recounted, ...fromKept, ...unknownNotes(training)];
}
