import { countWords, pluralWords } from '../waveform/words';
import type { DayAnswer } from './day_answer';
import { withCapital } from './silent_streams';

/** The part of a source's result that says what is known of it. */
type SourceState = Pick<
  DayAnswer['run']['source_results'][number],
  'state' | 'is_absent' | 'documents'
>;

/**
 * Whether the documents of a source could not be counted. One without an index was read, and has
 * none.
 */
export function isUnread({ state, is_absent: isAbsent }: SourceState): boolean {
  return state === 'unknown' && isAbsent !== true;
}

/** "1,234"; "unknown" for a count that is not known. */
export function knownWords(count: number | null): string {
  return count === null ? 'unknown' : countWords(count);
}

/** "4 of 5 sources had events", "none of 5 sources had events". */
function heardWords(spoke: number, results: number): string {
  const all = pluralWords(results, 'source');
  if (results === 1) return spoke === 1 ? 'its 1 source had events' : 'its 1 source had no events';
  if (spoke === results) return `all ${all} had events`;
  return `${spoke === 0 ? 'none' : spoke} of ${all} had events`;
}

/** What is known of the sources. */
function sourcesWords(results: readonly SourceState[]): string[] {
  const unread = results.filter(isUnread).length;
  if (results.length === 0) return ['no source was read to its end'];
  if (unread === results.length) return ['no source could be read'];
  const spoke = results.filter(({ documents }) => documents > 0).length;
  const heard = heardWords(spoke, results.length);
  return unread === 0 ? [heard] : [heard, `${pluralWords(unread, 'source')} could not be read`];
}

/**
 * "12,345 events"; "events unknown" if no source could be read.
 *
 * @param results of all sources of the day
 */
export function eventsWords(results: readonly SourceState[], events: number): string {
  const isKnown = results.some(({ state }) => state === 'judged');
  const isEmpty = results.length > 0 && !results.some(isUnread);
  return isKnown || isEmpty ? pluralWords(events, 'event') : 'events unknown';
}

/**
 * "12,345 events in 42 series; 4 of 5 sources had events.", "Events unknown in 42 series; no source
 * could be read."
 */
export function figuresOf({ run, head }: DayAnswer): string {
  const results = run.source_results;
  const series = pluralWords(head.series_total, 'series', 'series');
  const events = eventsWords(results, head.events);
  const below = head.series_below_floor;
  const parts = [
    head.series_total === 0 ? events : `${events} in ${series}`,
    ...sourcesWords(results),
    ...(below > 0 ? [`${pluralWords(below, 'series', 'series')} below a minimum`] : []),
  ];
  return withCapital(`${parts.join('; ')}.`);
}
