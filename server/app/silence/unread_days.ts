import type { Day } from '../../../common/time';
import type { CountedDay } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { dayWords } from '../basics';
import { closedWords } from '../counting';

/** Training days without which silence is assessed, in words. */
export interface UnreadDays {
  readonly words: string;
  /** Another look may read some of them. */
  readonly is_passing: boolean;
}

/**
 * The training days that could not be read, because of trouble that may pass or since an index is
 * closed; undefined if there are none. Silence is assessed without them. Days without documents, or
 * without the field in these, do not count.
 */
export function unreadDays(training: readonly CountedDay[]): UnreadDays | undefined {
  const unread = training.flatMap((day) =>
    day.state === 'unknown' && (day.is_passing === true || day.closed !== undefined) ? [day] : [],
  );
  if (unread.length === 0) return undefined;
  const closed = [...new Set(unread.flatMap((day) => day.closed ?? []))].sort();
  const daysOf = new Map<string, Day[]>();
  for (const day of unread) {
    const reason = day.closed === undefined ? day.reason : closedWords(closed);
    daysOf.set(reason, [...(daysOf.get(reason) ?? []), day.day]);
  }
  const words = [...daysOf].map(
    ([reason, days]) =>
      `${pluralWords(days.length, 'training day')} unknown (${dayWords(days)}), ${reason}`,
  );
  return { words: words.join('; '), is_passing: unread.some((day) => day.is_passing === true) };
}
