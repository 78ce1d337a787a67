import { clockWords } from '../../waveform/words';
import { HOURS_PER_DAY } from '../../time';
import type { HourScale } from './hour_scale';
import { px } from './px';

/** Length of the tick of an hour that is named, in pixels. */
export const NAMED_TICK = 5;
const SHORT = 2.5;
/** Hours from one name to the next. */
export const HOURS_PER_NAME = 3;
const HEIGHT = 18;

/** A text of the axis. */
export interface AxisText {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** The axis of hours: one path, and its texts. */
export interface HourAxis {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly texts: readonly AxisText[];
}

function anchorOf(hour: number): AxisText['anchor'] {
  if (hour === 0) return 'start';
  return hour === HOURS_PER_DAY ? 'end' : 'middle';
}

/**
 * The position of the tick at the beginning of an hour: on the edge of its bin, at a half pixel so
 * that it is sharp.
 */
export function tickX(hour: number, x: HourScale): number {
  return px(Math.min(x.left(hour) + 0.5, x.left(0) + x.width - 0.5));
}

/** The length of an unusual hour: on a day with a clock change, the axis shows it. */
function lengthTexts(lengths: readonly number[], x: HourScale, y: number): AxisText[] {
  return lengths.flatMap((length, hour) =>
    length === 1
      ? []
      : [{ x: px(x.center(hour)), y, anchor: 'middle' as const, text: `${length} h` }],
  );
}

/**
 * The axis above or below the rows.
 *
 * @param lengths of the day's 24 hours; a skipped or doubled one is named
 */
export function hourAxis(
  x: HourScale,
  side: 'above' | 'below',
  lengths: readonly number[] = [],
): HourAxis {
  const isAbove = side === 'above';
  const line = isAbove ? HEIGHT - 0.5 : 0.5;
  const textY = isAbove ? 8.5 : 16;
  const ticks: string[] = [];
  const texts: AxisText[] = [];
  const odd = lengthTexts(lengths, x, textY);
  for (let hour = 0; hour <= HOURS_PER_DAY; hour += 1) {
    const isNamed = hour % HOURS_PER_NAME === 0;
    const tick = isNamed ? NAMED_TICK : SHORT;
    ticks.push(`M${tickX(hour, x)} ${line}v${isAbove ? -tick : tick}`);
    const isCrowded = odd.some((text) => Math.abs(text.x - x.left(hour)) < x.hour);
    if (!isNamed || isCrowded) continue;
    const text = clockWords(hour).slice(0, 2);
    texts.push({ x: px(x.left(hour)), y: textY, anchor: anchorOf(hour), text });
  }
  const path = `M${px(x.left(0))} ${line}H${px(x.left(0) + x.width)}${ticks.join('')}`;
  return { width: x.width, height: HEIGHT, path, texts: [...texts, ...odd] };
}
