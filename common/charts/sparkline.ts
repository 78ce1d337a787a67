import { hourStretches } from '../waveform/hours';
import { countScale, type CountScale } from './scales/count_scale';
import { flagMarks, NO_FLAGS, type FlagMarks, type Flags } from './flag_marks';
import { hatchPath } from './hatch_path';
import { hourScale, type HourScale } from './scales/hour_scale';
import { linePath } from './line_path';
import { px } from './scales/px';
import { bandPath, levelPath, type Band } from './step_paths';

type Counts = readonly (number | null)[];

/** What a row's sparkline is drawn from. */
export interface SparklineData {
  /** Counts of the day; null if unknown. */
  readonly today: Counts;
  /** What the test expected; null if nothing was learned. */
  readonly usual: Counts | null;
  /** Middle half, and lowest to highest; null below three days. */
  readonly inner: Band | null;
  readonly outer: Band | null;
  /** The count that reaches the top. */
  readonly top: number;
  /** Whether heights are square roots of counts. */
  readonly isRoot?: boolean;
  readonly flags: Flags | null;
  /** Lengths of the day's 24 hours: one of length 0 does not exist. */
  readonly lengths: readonly number[];
}

export interface SparklineSize {
  readonly hour: number;
  readonly height: number;
  /** Quiet rows are low: no usual line, only the day. */
  readonly isQuiet: boolean;
}

/** Everything that is drawn in a row, as paths and places. */
export interface Sparkline {
  readonly width: number;
  readonly height: number;
  readonly grid: string;
  readonly base: string;
  readonly outer: string;
  readonly inner: string;
  readonly usual: string;
  /** If there are too few days for bands, a thin line shows the usual count. */
  readonly thin: string;
  readonly today: string;
  /** Hours for which nothing is known. */
  readonly hatch: string;
  readonly flags: FlagMarks;
}

const GRID_HOURS = [6, 12, 18];
const ROOM = { flagged: { above: 10, below: 4 }, quiet: { above: 1.5, below: 1.5 } };

/** Without the hours that the clock skips. They are gaps. */
function shownCounts(counts: Counts, lengths: readonly number[]): Counts {
  return counts.map((count, hour) => (lengths[hour] === 0 ? null : count));
}

function unknownHatch(data: SparklineData, x: HourScale, { base }: CountScale): string {
  const unknown = data.today.flatMap((count, hour) =>
    count === null && data.lengths[hour] !== 0 ? [hour] : [],
  );
  return hourStretches(unknown)
    .map(({ from, to }) =>
      hatchPath({ left: x.left(from), right: x.left(to), top: 0, bottom: base }),
    )
    .join('');
}

function usualPaths(data: SparklineData, size: SparklineSize, x: HourScale, y: CountScale) {
  const usual = shownCounts(data.usual ?? [], data.lengths);
  if (data.inner === null || data.outer === null) {
    return { outer: '', inner: '', usual: '', thin: linePath(usual, x, y) };
  }
  const within = (band: Band): Band => ({ ...band, low: shownCounts(band.low, data.lengths) });
  return {
    outer: bandPath(within(data.outer), x, y),
    inner: bandPath(within(data.inner), x, y),
    usual: size.isQuiet ? '' : levelPath(usual, x, y),
    thin: '',
  };
}

/** The drawing of one row: same x in every row, zero on the base line. */
export function sparkline(data: SparklineData, size: SparklineSize): Sparkline {
  const { height, isQuiet } = size;
  const x = hourScale(size.hour);
  const { top, isRoot = false } = data;
  const y = countScale({ height, top, isRoot, ...(isQuiet ? ROOM.quiet : ROOM.flagged) });
  const today = shownCounts(data.today, data.lengths);
  const levels = shownCounts(data.usual ?? [], data.lengths);
  return {
    width: x.width,
    height,
    grid: GRID_HOURS.map((hour) => `M${px(x.left(hour) + 0.5)} 0V${height}`).join(''),
    base: `M0 ${px(y.base)}H${x.width}`,
    ...usualPaths(data, size, x, y),
    today: linePath(today, x, y),
    hatch: unknownHatch(data, x, y),
    flags: data.flags === null ? NO_FLAGS : flagMarks(today, data.flags, x, y, height, levels),
  };
}
