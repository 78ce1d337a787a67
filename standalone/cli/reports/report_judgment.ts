import type { Judgment } from '../../../common/marks';
import { weekdayOf } from '../../../common/time';
import { hourStretches } from '../../../common/waveform/hours';
import { clockWords, weekdayWords } from '../../../common/waveform/words';

/** "03:00 to 05:00 and 15:00 to 16:00". */
function hoursWords(hours: readonly number[]): string {
  const stretches = hourStretches(hours);
  return stretches.map(({ from, to }) => `${clockWords(from)} to ${clockWords(to)}`).join(' and ');
}

function whenWords({ repeats, day }: Judgment): string {
  if (repeats === 'daily') return 'every day';
  return repeats === 'weekday' ? `every ${weekdayWords(weekdayOf(day))}` : `on ${day}`;
}

/** What was saved, in a sentence. */
export function judgedWords(mark: Judgment): string {
  const { source, subtype, judgment, day, hours, until } = mark;
  const series = subtype === null ? source : `${source} ${subtype}`;
  if (judgment === 'none') return `${series} has no judgment on ${day} now.`;
  const what = judgment === 'expected' ? 'are expected' : 'are an incident';
  const end = until === null ? '' : `, until ${until}`;
  return `${series}: the hours from ${hoursWords(hours)} ${whenWords(mark)} ${what}${end}.`;
}
