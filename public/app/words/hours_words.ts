import { hourStretches } from '../../../common/waveform/hours';
import { clockWords } from '../../../common/waveform/words';

/** Hours of the wall clock as stretches: "09:00–11:00, 15:00–16:00". */
export function hoursWords(hours: readonly number[]): string {
  const stretches = hourStretches(hours);
  return stretches.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join(', ');
}
