import React, { useMemo } from 'react';
import {
  endLabels,
  hasEnd,
  existingHours,
  flagMarks,
  NO_FLAGS,
  type FlagMarks,
  flagNotes,
  quietNote,
  hourFrame,
  valueScale,
  type HourFrame,
  type ValueScale,
  niceTicks,
  placeNotes,
} from '../../../../../common/charts';
import type { Range } from '../../../../../common/waveform/hours';
import type { Tokens } from '../../../theme';
import { shortCount } from '../../../words';
import type { HourCursor } from '../../../rows';
import { flaggedHours, type Hours, type SeriesView } from '../model/series_view';
import { endWords, rankOf } from './chart_words';
import { DropLines, EndLabels, Flags, Notes, UnknownHours } from './day_overlay';
import { DayPlot } from './day_plot';
import { HourOverlay } from './hour_overlay';
import { ValueAxis } from './value_axis';

interface DayChartProps {
  readonly width: number;
  readonly tokens: Tokens;
  readonly cursor: HourCursor;
  readonly today: Hours;
  readonly lengths: readonly number[];
  readonly view: SeriesView;
  readonly basis: readonly Hours[];
  /** The count at the top of the chart. */
  readonly top: number;
  /** The verdict sentence: what is drawn, for those who do not see it. */
  readonly label: string;
}

const ABOVE = 26;
const PLOT = 216;
const BELOW = 8;
/** A longer number does not fit next to the chart. */
const LONGEST_TICK = 9999;

function marksOf(props: DayChartProps, frame: HourFrame, scale: ValueScale): FlagMarks {
  const { finding } = props.view;
  if (finding === null) return NO_FLAGS;
  const { verdict, runs, shift } = finding;
  const flags = { verdict, hours: flaggedHours(props.view), runs, due: shift?.due ?? [] };
  const y = { y: scale.y, base: frame.bottom };
  const today = existingHours(props.today, props.lengths);
  return flagMarks(today, flags, frame.x, y, frame.height);
}

function notesOf(props: DayChartProps, frame: HourFrame, scale: ValueScale, marks: FlagMarks) {
  const { view, lengths } = props;
  const today = existingHours(props.today, lengths);
  const { inner, finding } = view;
  const flags = finding === null ? [] : flagNotes(finding, lengths);
  const usual = (hour: number): Range | null => {
    const [low, high] = [inner?.low[hour] ?? null, inner?.high[hour] ?? null];
    return low === null || high === null ? null : [low, high];
  };
  const quiet = quietNote(today, flaggedHours(view), usual, lengths);
  const dots = [...marks.dots, ...marks.rings];
  return placeNotes([...flags, ...quiet], today, frame, scale, dots, rankOf(view));
}

/** Everything in the chart that is computed from its data. */
function useDrawing(props: DayChartProps) {
  const { width, view, today, top } = props;
  return useMemo(() => {
    const frame = hourFrame(width, ABOVE, PLOT, BELOW);
    const ticks = niceTicks(top);
    const scale = valueScale(frame, 0, ticks[ticks.length - 1] ?? 1);
    const flags = marksOf(props, frame, scale);
    return {
      frame,
      ticks,
      scale,
      flags,
      notes: notesOf(props, frame, scale, flags),
      ends: hasEnd(frame) ? endLabels({ ...view, today, ...endWords(view) }, frame, scale) : [],
    };
    // The view changes whenever anything in it does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [width, view, today, top]);
}

/** The large chart: the tested day against the training days, with the flags in words. */
export function DayChart(props: DayChartProps) {
  const { tokens, cursor, today, lengths, view, basis, label } = props;
  const { frame, ticks, scale, flags, notes, ends } = useDrawing(props);
  return (
    <div className="lwChart">
      <DayPlot {...{ frame, scale, ticks, tokens, label, today, view, basis, lengths }} />
      <HourOverlay frame={frame} cursor={cursor}>
        <ValueAxis
          frame={frame}
          scale={scale}
          ticks={ticks}
          words={(tick) => shortCount(tick, LONGEST_TICK)}
        />
        <UnknownHours today={today} lengths={lengths} frame={frame} />
        <EndLabels labels={ends} />
        <DropLines flags={flags} frame={frame} />
        <Flags flags={flags} />
        <Notes notes={notes} rank={rankOf(view)} />
      </HourOverlay>
    </div>
  );
}
