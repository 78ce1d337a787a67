import { pluralWords } from '../waveform/words';
import type { DayAnswer } from './day_answer';

/**
 * What a reader should know about a run: why it did not end, and what was left out. Notes name
 * indices, hosts and users, so a report without names only counts them.
 */
export function shownNotes(
  { error, left_out: leftOut }: Pick<DayAnswer['run'], 'error' | 'left_out'>,
  hasNames: boolean,
): readonly string[] {
  const notes = error === null ? leftOut : [error, ...leftOut];
  if (hasNames || notes.length === 0) return notes;
  return [`${pluralWords(notes.length, 'note')} about this run on the page of the day.`];
}
