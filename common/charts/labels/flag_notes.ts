import { greatest } from '../../lists';
import type { ApiFlaggedHour, RowFinding } from '../../api';
import { type Range, timesRange } from '../../waveform/hours';
import { comparedSentence, silentSentence, type FlaggedStretch } from '../../waveform/words';

type Counts = readonly (number | null)[];

/** Words at an hour of a large chart. */
export interface HourNote {
  readonly hour: number;
  readonly text: string;
  readonly isFlag: boolean;
}

/** The parts of a finding that the chart names. */
export type NotedFinding = Pick<RowFinding, 'verdict' | 'flagged' | 'runs'>;

/** More notes than these would hide the line. Every dot stays, and the table has the rest. */
const MOST_NOTES = 4;

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** The hour of a stretch that stands out most. */
function strongestHour({ from, to }: FlaggedStretch, flagged: readonly ApiFlaggedHour[]): number {
  const within = flagged.filter(({ hour }) => hour >= from && hour < to);
  const [strongest] = [...within].sort((a, b) => b.surprise - a.surprise || b.score - a.score);
  return strongest?.hour ?? from;
}

/**
 * A stretch in words. If its direction differs from that of the strongest, the direction is named.
 */
function noteOf(
  stretch: FlaggedStretch,
  verdict: NotedFinding['verdict'],
  told: FlaggedStretch['direction'],
  columns: readonly { readonly length: number }[],
): string {
  const isSilent = verdict === 'silent' && stretch.direction === told;
  return isSilent ? silentSentence([stretch], columns) : comparedSentence([stretch], told);
}

/**
 * The flagged stretches in words, each at its strongest hour, or at its beginning if it is silent.
 *
 * @param lengths of the day's 24 hours: one of length 0 does not exist
 */
export function flagNotes(
  { verdict, flagged, runs }: NotedFinding,
  lengths: readonly number[],
): HourNote[] {
  const isSilent = verdict === 'silent';
  const columns = lengths.map((length) => ({ length }));
  return runs.slice(0, MOST_NOTES).map((stretch) => ({
    hour: isSilent ? stretch.from : strongestHour(stretch, flagged),
    text: withoutStop(noteOf(stretch, verdict, runs[0]?.direction, columns)),
    isFlag: true,
  }));
}

/**
 * The highest hour that is not flagged although it is above the middle half. A reader would ask
 * about it.
 *
 * @param usual the middle half of the training days at an hour; null if there is none
 * @param lengths of the day's 24 hours
 * @returns none if it is not the top of a peak, or nothing is usual there
 */
export function quietNote(
  today: Counts,
  flagged: readonly number[],
  usual: (hour: number) => Range | null,
  lengths: readonly number[],
): HourNote[] {
  const loudest = today.reduce<number>((most, count, hour) => {
    if (flagged.includes(hour) || count === null) return most;
    return most < 0 || count > (today[most] ?? 0) ? hour : most;
  }, -1);
  const count = today[loudest] ?? 0;
  const isPeak = [loudest - 1, loudest + 1].some((hour) => (today[hour] ?? count) < count);
  const half = usual(loudest);
  const isHigh = count > 0 && 2 * count >= greatest(today.map((other) => other ?? 0));
  if (half === null || !isHigh || !isPeak) return [];
  if (count >= half[0] && count <= half[1]) return [];
  const times = lengths[loudest] ?? 1;
  const told = { count: Math.round(count * times), usual: timesRange(half, times) };
  const stretch = { from: loudest, to: loudest + 1, ...told };
  return [{ hour: loudest, text: withoutStop(comparedSentence([stretch])), isFlag: false }];
}
