import React, { memo, useMemo } from 'react';
import { sparkline, surpriseText, type SparklineSize } from '../../../../../common/charts';
import { DayStripSvg, SparklineSvg, SurpriseSvg } from '../../../components';
import type { OverviewRow } from '../../../rows';
import { CardRow } from './card_row';
import { RowActions } from './row_actions';
import { hasWords, NameCell, NumberCells, RatioCell, TopCell, Words } from './row_cells';
import { useRowContext, type RowContext } from './row_context';
import { FLAGGED_HEIGHT } from './row_heights';
import { sparklineWords } from './row_words';

interface SeriesRowProps {
  readonly row: OverviewRow;
  /** Index among all rows of the table, the head being the first. */
  readonly ariaIndex: number;
  /** Index among the rows that are rendered on demand. */
  readonly index: number;
  readonly isCurrent: boolean;
  /** Receives the element, if its height depends on its words. */
  readonly measure: ((element: Element | null) => void) | undefined;
}

function drawingOf(row: OverviewRow, size: SparklineSize, context: RowContext) {
  const { finding, today, usual, inner, outer } = row;
  const flags =
    finding === null
      ? null
      : {
          verdict: finding.verdict,
          hours: finding.hours,
          runs: finding.runs,
          due: finding.shift?.due ?? [],
        };
  const top = context.commonTop ?? row.top;
  const isRoot = context.commonTop !== undefined;
  const { lengths } = context;
  return sparkline({ today, usual, inner, outer, top, isRoot, flags, lengths }, size);
}

/** The day hour by hour. */
function SparkPicture({ row }: { readonly row: OverviewRow }) {
  const context = useRowContext();
  const { layout, quietHeight } = context;
  const isQuiet = !row.isFlagged;
  const drawing = useMemo(() => {
    const height = (isQuiet ? quietHeight : FLAGGED_HEIGHT) - 1;
    return drawingOf(row, { hour: layout.hour, height, isQuiet }, context);
  }, [row, isQuiet, quietHeight, layout.hour, context]);
  return <SparklineSvg drawing={drawing} label={sparklineWords(row)} isQuiet={isQuiet} />;
}

function SparkCell({ row }: { readonly row: OverviewRow }) {
  const { layout } = useRowContext();
  const isBelow = layout.words === 0 && hasWords(row);
  return (
    <td className="lwSparkCell">
      <SparkPicture row={row} />
      {isBelow && (
        <div className="lwWordsBelow">
          <Words row={row} />
        </div>
      )}
    </td>
  );
}

/** How far the row is from the threshold: on the axis of all rows, or only as a number. */
function SurpriseCell({ row, height }: { readonly row: OverviewRow; readonly height: number }) {
  const { layout, surpriseEnd } = useRowContext();
  const { surprise, isFlagged } = row;
  if (layout.isSurpriseNumber) {
    return <td className="lwNumber">{surprise === null ? '' : surpriseText(surprise)}</td>;
  }
  return (
    <td className="lwSurpriseCell">
      <SurpriseSvg surprise={surprise} end={surpriseEnd} height={height} isFlagged={isFlagged} />
    </td>
  );
}

function rowClass({ isFlagged, mute }: OverviewRow): string {
  const name = isFlagged ? 'lwRow lwRow-unusual' : 'lwRow lwRow-quiet';
  return isFlagged && mute !== null ? `${name} lwRow-muted` : name;
}

/** One series: a row of the table. */
export const SeriesRow = memo(function SeriesRow(props: SeriesRowProps) {
  const { row, ariaIndex, index, isCurrent, measure } = props;
  const { layout, cursor, quietHeight, head, unknownDays } = useRowContext();
  // The line below a flagged row is part of its height.
  const height = row.isFlagged ? FLAGGED_HEIGHT - 1 : quietHeight;
  const tr = {
    ...(measure !== undefined && { ref: measure }),
    className: rowClass(row),
    tabIndex: isCurrent ? 0 : -1,
    'aria-rowindex': ariaIndex,
    'data-index': index,
    'data-row': row.key,
    'data-test-subj': 'logwaveRow',
  };
  if (layout.isCard) {
    return (
      <tr {...tr}>
        <CardRow row={row} isCurrent={isCurrent}>
          <SparkPicture row={row} />
        </CardRow>
      </tr>
    );
  }
  return (
    <tr {...tr}>
      <NameCell row={row} columns={layout.code === 0 ? 1 : 2} isCurrent={isCurrent} />
      <NumberCells row={row} cursor={cursor} />
      <td />
      <SparkCell row={row} />
      {layout.top > 0 && <TopCell row={row} />}
      <SurpriseCell row={row} height={height} />
      {layout.strip > 0 && (
        <td className="lwStripCell">
          <DayStripSvg
            last={head.day}
            flagged={row.flaggedDays}
            unknown={unknownDays}
            height={height - 1}
          />
        </td>
      )}
      <RatioCell row={row} />
      <td />
      {layout.words > 0 && (
        <td className="lwWords">
          <Words row={row} />
        </td>
      )}
      <td className="lwActions">
        <RowActions row={row} isCurrent={isCurrent} />
      </td>
    </tr>
  );
});
