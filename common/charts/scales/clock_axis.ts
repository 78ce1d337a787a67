import { HOURS_PER_DAY } from '../../time';
import { clockWords } from '../../waveform/words';
import { type AxisText, HOURS_PER_NAME, NAMED_TICK, tickX } from './hour_axis';
import type { HourScale } from './hour_scale';
import { px } from './px';

const SHORT = 3;
const TEXT_BELOW = 17;
/** With narrower hours, only every second label fits. */
const NARROW = 18;

/** The axis of a large chart: 00:00 to 24:00. */
export interface ClockAxis {
  readonly path: string;
  readonly texts: readonly AxisText[];
}

function isNamed(hour: number, x: HourScale): boolean {
  return hour % (x.hour < NARROW ? 2 * HOURS_PER_NAME : HOURS_PER_NAME) === 0;
}

/** Hours that the clock skips or shows twice. */
function oddTexts(lengths: readonly number[], x: HourScale, y: number): AxisText[] {
  return lengths.flatMap((length, hour) =>
    length === 1
      ? []
      : [{ x: px(x.center(hour)), y, anchor: 'middle' as const, text: `${length} h` }],
  );
}

/**
 * The axis below a large chart.
 *
 * @param y of its line
 * @param lengths of the day's 24 hours; a skipped or doubled one is named
 */
export function clockAxis(x: HourScale, y: number, lengths: readonly number[]): ClockAxis {
  const hours = Array.from({ length: HOURS_PER_DAY + 1 }, (_, hour) => hour);
  const ticks = hours.map(
    (hour) => `M${tickX(hour, x)} ${y}v${hour % HOURS_PER_NAME === 0 ? NAMED_TICK : SHORT}`,
  );
  const odd = oddTexts(lengths, x, y + TEXT_BELOW);
  const isCrowded = (hour: number): boolean =>
    odd.some((text) => Math.abs(text.x - x.left(hour)) < 1.5 * x.hour);
  const texts = hours
    .filter((hour) => isNamed(hour, x) && !isCrowded(hour))
    .map((hour) => ({
      x: px(x.left(hour)),
      y: y + TEXT_BELOW,
      anchor: 'middle' as const,
      text: clockWords(hour),
    }));
  return {
    path: `M${x.left(0)} ${y}H${x.left(HOURS_PER_DAY)}${ticks.join('')}`,
    texts: [...texts, ...odd],
  };
}
