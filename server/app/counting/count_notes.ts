import type { Day } from '../../../common/time';
import type { CountedDay } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { closedDaysIn, closedWords } from './closed_indices';
import { dayWords } from '../basics';

/** A day that was counted again, and by how much it had grown. */
export interface Recount {
  readonly day: Day;
  readonly documents_before: number;
  readonly documents: number;
}

function unknownNotes(training: readonly CountedDay[]): string[] {
  const unknown = training.flatMap((counted) => (counted.state === 'unknown' ? [counted] : []));
  // Days that have an index each are reported together.
  const closed = [...new Set(unknown.flatMap((counted) => counted.closed ?? []))].sort();
  const daysOf = new Map<string, Day[]>();
  for (const counted of unknown) {
    const reason = counted.closed === undefined ? counted.reason : closedWords(closed);
    daysOf.set(reason, [...(daysOf.get(reason) ?? []), counted.day]);
  }
  return [...daysOf].map(
    ([reason, days]) =>
      `${pluralWords(days.length, 'training day')} unknown (${dayWords(days)}), ${reason}`,
  );
}

/** A series is not called "new" if it may have logged before, in an index that is closed. */
function closedNotes(training: readonly CountedDay[]): string[] {
  return closedDaysIn(training) > 0
    ? ['no series is called new, because closed indices may hold training days']
    : [];
}

/** What a reader should know about the counts of a source: one sentence each. */
export function countNotes(
  tested: CountedDay,
  training: readonly CountedDay[],
  recounts: readonly Recount[],
): string[] {
  const recounted = recounts.map(
    ({ day, documents_before: before, documents }) =>
      `${day} was counted again and has ${pluralWords(documents - before, 'document')} more than before`,
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
  return [...recounted, ...fromKept, ...unknownNotes(training), ...closedNotes(training)];
}
