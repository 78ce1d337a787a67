import React, { useMemo, useRef, type RefObject } from 'react';
import { translate } from '../../../../i18n';
import { namesBands } from '../../../../../common/charts';
import { ChartSection } from '../../../tables';
import { type HourCursor, usePrinting, useWidth } from '../../../rows';
import { hourValues } from '../model/hour_values';
import { HourReadout } from '../hour_readout';
import type { ReadoutFacts } from '../model/readout_words';
import {
  basisCounts,
  basisWords,
  flaggedHours,
  silentStretches,
  type SeriesAnswer,
  type SeriesView,
} from '../model/series_view';
import { dayTable, testTable } from '../model/tables';
import { belowZeroWords, dayTitle, limitWords, testTitle } from './chart_words';
import { DayChart } from './day_chart';
import { TestChart } from './test_chart';
import { useTokens } from './use_tokens';

interface ChartsPartProps {
  readonly answer: SeriesAnswer;
  readonly view: SeriesView;
  readonly lengths: readonly number[];
  readonly cursor: HourCursor;
  /** The verdict sentence: what is drawn, for those who do not see it. */
  readonly label: string;
  readonly fileName: string;
}

/**
 * On paper the charts have at most this width, whatever the window. They are scaled to the sheet.
 */
const PRINTED_CHARTS = 880;
/** In narrower charts there is no room for the names of their bands. */
const NARROW_CHARTS = 560;

/** The words for the hour under the cursor. */
export function readoutFacts(answer: SeriesAnswer, view: SeriesView): ReadoutFacts {
  const { kind, values, limit } = hourValues(answer, view);
  return { today: answer.row.today, view, kind, limit, values };
}

/** What the lines are if there are too few days for a band. */
function thinWords(view: SeriesView): string {
  return translate('logwave.series.thin', {
    defaultMessage:
      'Events per hour. Thick line: this day. Thin lines: {basis} before it. With fewer than 3 days, no band is drawn.',
    values: { basis: basisWords(view) },
  });
}

/** What the values are, and the bands if the chart has no room for their names. */
function bandWords(view: SeriesView, width: number): string {
  const { basis, basisDays, inner, outer } = view;
  const unit = translate('logwave.series.unit', { defaultMessage: 'Events per hour.' });
  if (outer === null && basisDays.length > 0) return thinWords(view);
  const isNamed = width >= NARROW_CHARTS && namesBands({ inner, outer });
  if (outer === null || isNamed) return unit;
  if (view.areBandsOfModel) {
    return translate('logwave.series.bandsOfModel', {
      defaultMessage:
        'Events per hour. Half of such hours are in the inner band, 19 in 20 in the outer one. Points: single days of {basis}.',
      values: { basis: basisWords(view) },
    });
  }
  return translate('logwave.series.bands', {
    defaultMessage:
      'Events per hour. Outer band: lowest to highest of {basis}. Inner band: their middle half. Points: single days.',
    values: { basis },
  });
}

type Part = ChartsPartProps & { readonly width: number };

function DayPart(props: Part) {
  const { answer, view, lengths, cursor, label, fileName, width } = props;
  const tokens = useTokens();
  const { row } = answer;
  const basis = useMemo(() => basisCounts(answer, view), [answer, view]);
  const title = dayTitle(view);
  return (
    <ChartSection
      title={title}
      table={dayTable(title, row.today, view)}
      fileName={fileName}
      data-test-subj="logwaveDayChart"
    >
      <HourReadout
        cursor={cursor}
        facts={readoutFacts(answer, view)}
        otherwise={bandWords(view, width)}
      />
      <DayChart
        width={width}
        tokens={tokens}
        cursor={cursor}
        today={row.today}
        lengths={lengths}
        view={view}
        basis={basis}
        top={Math.max(row.top, view.top)}
        label={label}
      />
    </ChartSection>
  );
}

function TestPart(props: Part) {
  const { answer, view, lengths, cursor, fileName, width } = props;
  const tokens = useTokens();
  const { kind, values, reason, limit } = hourValues(answer, view);
  const { title, aside } = testTitle(kind);
  const flagged = useMemo(() => flaggedHours(view), [view]);
  const silent = useMemo(() => silentStretches(kind, view), [kind, view]);
  return (
    <ChartSection
      title={title}
      aside={aside}
      table={values && testTable(title, kind, values, view)}
      fileName={`${fileName}-tests`}
      data-test-subj="logwaveTestChart"
    >
      {values === undefined ? (
        <p className="lwCaption">{reason}</p>
      ) : (
        <>
          <TestChart
            width={width}
            tokens={tokens}
            cursor={cursor}
            kind={kind}
            values={values}
            limit={limit}
            limitWords={limitWords(kind, limit)}
            flagged={flagged}
            silent={silent}
            lengths={lengths}
            label={title}
          />
          {values.some((value) => (value ?? 0) < 0) && (
            <p className="lwCaption">{belowZeroWords(kind)}</p>
          )}
        </>
      )}
    </ChartSection>
  );
}

/**
 * The width of the charts, and their scale. The library redraws at another width only after the
 * browser has taken its picture for paper, so the whole chart keeps its width until then, and notes
 * and dots stay on the line.
 */
function useChartWidth(element: RefObject<HTMLElement>) {
  const measured = useWidth(element);
  const isPrinting = usePrinting();
  const onScreen = useRef(measured);
  if (!isPrinting) onScreen.current = measured;
  const width = onScreen.current;
  return { width, zoom: isPrinting ? Math.min(1, PRINTED_CHARTS / width) : undefined };
}

/** The two large charts on one x, with one cursor. */
export function ChartsPart(props: ChartsPartProps) {
  const element = useRef<HTMLDivElement>(null);
  const { width, zoom } = useChartWidth(element);
  return (
    <div ref={element} style={{ zoom }}>
      <DayPart {...props} width={width} />
      <TestPart {...props} width={width} />
    </div>
  );
}
