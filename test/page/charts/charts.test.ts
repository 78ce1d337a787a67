import type * as Charts from '@elastic/charts';
import { createMemoryHistory } from 'history';
import type * as ReactModule from 'react';
import { createElement, type ComponentProps, type ReactElement } from 'react';
import { ordinaryDay } from '../../fixtures/page_day';
import { unknownDay } from '../../fixtures/page_odd_days';
import { oneSeries } from '../../fixtures/page_series';
import type { LedgerDay } from '../../../common/api';
import { addDays } from '../../../common/time';
import { createHourCursor } from '../../../public/app/rows/hour_cursor';
import { ServicesContext, type PageServices } from '../../../public/app/basics/services';
import { DayStripSvg } from '../../../public/app/components/day_strip_svg';
import { HourAxisSvg } from '../../../public/app/components/hour_axis_svg';
import { SparklineSvg } from '../../../public/app/components/sparkline_svg';
import { SurpriseAxisSvg, SurpriseSvg } from '../../../public/app/components/surprise_svg';
import { DailyBarsSvg } from '../../../public/app/silence/daily_bars_svg';
import { MonthHead } from '../../../public/app/pages/month/month_head';
import { monthLayout } from '../../../public/app/pages/month/month_layout';
import { MonthRow } from '../../../public/app/pages/month/month_row';
import { FLAGGED_HEIGHT } from '../../../public/app/pages/overview/table/row_heights';
import { MiniDay } from '../../../public/app/pages/series/calendar/mini_day';
import { DayChart } from '../../../public/app/pages/series/charts/day_chart';
import { TestChart } from '../../../public/app/pages/series/charts/test_chart';
import { hourValues } from '../../../public/app/pages/series/model/hour_values';
import {
  basisCounts,
  flaggedHours,
  silentStretches,
  viewOfRow,
} from '../../../public/app/pages/series/model/series_view';
import { DotRowSvg } from '../../../public/app/pages/series/rhythms/dot_row_svg';
import { TicksSvg } from '../../../public/app/pages/series/rhythms/ticks_svg';
import { rowsOfDay } from '../../../public/app/rows/overview_rows';
import type { OverviewRow } from '../../../public/app/rows/overview_row';
import { LIGHT } from '../../../common/charts';
import { hourAxis } from '../../../common/charts/scales/hour_axis';
import { hourScale } from '../../../common/charts/scales/hour_scale';
import { sparkline } from '../../../common/charts/sparkline';
import { dayReport, type ReportRow } from '../../../common/report/day_report';
import { barsHtml, daysHtml } from '../../../common/report/bars_html';
import { hoursHtml, sparklineHtml } from '../../../common/report/sparkline_html';
import { cellsOf, pictureOf } from './keep_picture';

// The library draws on a canvas, so its input is shown instead.
jest.mock('@elastic/charts', () => {
  const { createElement: element } = jest.requireActual<typeof ReactModule>('react');
  const actual = jest.requireActual<typeof Charts>('@elastic/charts');
  // The last digits depend on the order in which a sum was taken.
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(6)) : value;
  const given = (name: string) => (props: Record<string, unknown>) =>
    element('desc', {}, `${name} ${JSON.stringify(props, rounded).replace(/"/g, '')}`);
  return {
    ...actual,
    Chart: ({ children }: { readonly children: ReactElement }) => element('svg', {}, children),
    ...Object.fromEntries(
      ['AreaSeries', 'LineSeries', 'BarSeries', 'LineAnnotation', 'Axis'].map((name) => [
        name,
        given(name),
      ]),
    ),
    Settings: () => null,
    Tooltip: () => null,
  };
});

const ORDINARY = new Array<number>(24).fill(1);
const DAY = ordinaryDay();
const ROWS = [...rowsOfDay(DAY).flagged, ...rowsOfDay(DAY).quiet];
const SERVICES = { history: createMemoryHistory() } as unknown as PageServices;
const WIDTH = 900;

function rowOf(code: string, rows: readonly OverviewRow[] = ROWS): OverviewRow {
  const row = rows.find(({ shortCode }) => shortCode === code);
  if (row === undefined) throw new Error(`the fixture has no row ${code}`);
  return row;
}

function withServices(chart: ReactElement): ReactElement {
  return createElement(ServicesContext.Provider, { value: SERVICES }, chart);
}

function sparklineOf(row: OverviewRow): ReactElement {
  const { finding, today, usual, inner, outer, top } = row;
  const flags = finding && { ...finding, due: finding.shift?.due ?? [] };
  const size = { hour: 16, height: FLAGGED_HEIGHT - 1, isQuiet: finding === null };
  const drawing = sparkline({ today, usual, inner, outer, top, flags, lengths: ORDINARY }, size);
  return createElement(SparklineSvg, { drawing, label: row.name, isQuiet: finding === null });
}

function seriesOf(subtype: string, method: 'talk' | 'calibrated') {
  const row = DAY.series.find((other) => other.subtype === subtype);
  if (row === undefined) throw new Error(`the fixture has no series ${subtype}`);
  const answer = oneSeries(DAY, row, { method, series: [] });
  return { answer, view: viewOfRow(answer) };
}

function dayChart(subtype: string, knownUntil = 24): ReactElement {
  const { answer, view } = seriesOf(subtype, 'calibrated');
  const today = answer.row.today.map((count, hour) => (hour < knownUntil ? count : null));
  return createElement(DayChart, {
    width: WIDTH,
    tokens: LIGHT,
    cursor: createHourCursor(),
    today,
    lengths: ORDINARY,
    view,
    basis: basisCounts(answer, view),
    top: Math.max(answer.row.top, view.top),
    label: 'the day',
  });
}

function surprise(value: number): ReactElement {
  return createElement(SurpriseSvg, {
    surprise: value,
    end: 30,
    height: 20,
    isFlagged: value >= 1,
  });
}

function testChart(method: 'talk' | 'calibrated', subtype = '5'): ReactElement {
  const { answer, view } = seriesOf(subtype, method);
  const { kind, values = [], limit } = hourValues(answer, view);
  return createElement(TestChart, {
    width: WIDTH,
    tokens: LIGHT,
    cursor: createHourCursor(),
    kind,
    values,
    limit,
    limitWords: ['the', 'threshold'],
    flagged: flaggedHours(view),
    silent: silentStretches(kind, view),
    lengths: ORDINARY,
    label: 'the tests',
  });
}

/** 31 days, one of each state among them. */
const LEDGER: readonly LedgerDay[] = Array.from({ length: 31 }, (_, place): LedgerDay => {
  const day = addDays('2015-03-02', place);
  const whole = { day, run_id: day, hours_known: 24, series: 42, series_unusual: 5, tagged: null };
  const odd: ReadonlyMap<number, Partial<LedgerDay>> = new Map([
    [4, { state: 'missed', words: 'no index', hours_known: 0 }],
    [9, { state: 'partial', words: 'partial: 00:00 to 18:00', hours_known: 18 }],
    [14, { state: 'stale', words: '212 late events' }],
    [19, { state: 'failed', words: 'it failed' }],
    [24, { state: 'canceled', words: 'canceled' }],
    [30, { state: 'running', words: 'running' }],
  ]);
  return { ...whole, state: 'analyzed', words: null, ...odd.get(place) };
});

const MONTH_ROW: ComponentProps<typeof MonthRow> = {
  isCurrent: true,
  series: {
    source: 'syslog',
    subtype: '5',
    name: 'Notice',
    code: 'syslog severity 5',
    unit: 12,
    marks: [
      [2, 3, 0.4, false],
      [9, 14, 2.2, true],
      [14, 5, -1.2, true],
      ...[9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour): [number, number, number, boolean] => [
        20,
        hour,
        -0.6,
        true,
      ]),
      [30, 15, 12, true],
    ],
    silent: [[20, 9, 18]],
    began: {
      day: '2015-04-01',
      hour: 15,
      verdict: 'more',
      hours: 1,
      other_hours: 0,
      words: 'more',
    },
    first_seen: null,
  },
  days: LEDGER,
  layout: monthLayout(1352),
  ariaIndex: 3,
  onOpen: () => undefined,
};

const FLAGGED_DAYS = ['2015-03-10', '2015-03-31', '2015-04-01'];
const MINI = { counts: rowOf('syslog 5').today, lengths: ORDINARY, top: 50 };
const DOTS = { row: { today: 40, usual: 12 }, width: 232, height: 22, top: 50 };

/** Days with events, one that is not known, and three of silence. */
const SILENT_DAYS = Array.from({ length: 31 }, (_, place) => {
  if (place === 12) return null;
  return place > 27 ? 0 : 40 + ((place * 7) % 11);
});

const SILENCE = {
  source: 'syslog',
  name: 'web2',
  kind: 'Host of Syslog',
  since: 'New',
  sentence: 'Silent.',
  last_seen: '2015-03-29T17:58:00.000Z',
  usual_per_day: 44,
  is_finding: false,
};

const MONTH_HEAD = {
  days: LEDGER,
  layout: monthLayout(1352),
  leftOut: (day: string) => (day === '2015-03-19' ? 'left out of training' : undefined),
};
const PICTURES: readonly (readonly [name: string, make: () => ReactElement])[] = [
  ['sparkline_more', () => sparklineOf(rowOf('syslog 5'))],
  ['sparkline_new', () => sparklineOf(rowOf('suricata 2210044'))],
  ['sparkline_silent', () => sparklineOf(rowOf('postfix bounce'))],
  ['sparkline_moved', () => sparklineOf(rowOf('ossec 550'))],
  ['sparkline_less', () => sparklineOf(rowOf('syslog 6'))],
  ['sparkline_quiet', () => sparklineOf(rowOf('syslog 3'))],
  ['sparkline_unknown', () => sparklineOf(rowOf('postfix bounce', rowsOfDay(unknownDay()).quiet))],
  ['hour_axis', () => createElement(HourAxisSvg, { axis: hourAxis(hourScale(16), 'above') })],
  [
    'day_strip',
    () =>
      createElement(DayStripSvg, {
        last: '2015-04-01',
        flagged: FLAGGED_DAYS,
        unknown: new Set([4, 5]),
        height: 20,
      }),
  ],
  ['surprise', () => surprise(0.6)],
  ['surprise_flagged', () => surprise(26.6)],
  ['surprise_axis', () => createElement(SurpriseAxisSvg, { end: 30 })],
  ['run_history', () => withServices(createElement(MonthHead, MONTH_HEAD))],
  ['month_row', () => withServices(createElement(MonthRow, MONTH_ROW))],
  ['silence', () => createElement(DailyBarsSvg, { daily: SILENT_DAYS, label: 'silent' })],
  ['training_day', () => createElement(MiniDay, { ...MINI, isHatched: false, flagged: [15] })],
  [
    'training_day_left_out',
    () => createElement(MiniDay, { ...MINI, isHatched: true, flagged: [] }),
  ],
  ['cycle', () => createElement(DotRowSvg, { ...DOTS, ticks: [0, 25, 50] })],
  ['cycle_ticks', () => createElement(TicksSvg, { ticks: [0, 25, 50], width: 232, top: 50 })],
  ['day_chart_more', () => dayChart('5')],
  ['day_chart_moved', () => dayChart('550')],
  ['day_chart_unknown', () => dayChart('3', 18)],
  ['day_chart_silent', () => dayChart('bounce')],
  ['test_chart_surprise', () => testChart('calibrated')],
  ['test_chart_silent', () => testChart('calibrated', 'bounce')],
  ['test_chart_share', () => testChart('talk')],
];

describe('the charts', () => {
  it.each(PICTURES)('%s is the committed picture, mark by mark', (name, make) => {
    const { drawn, kept } = pictureOf(name, make());
    expect(drawn).toContain('<svg');
    expect(drawn).toBe(kept);
  });
});

const REPORT = dayReport(DAY, { link: null, sourceNames: new Map() });

function reported(verdict: ReportRow['verdict']): ReportRow {
  const row = [...REPORT.silent, ...REPORT.unusual].find((one) => one.verdict === verdict);
  if (row === undefined) throw new Error(`the report has no finding that is ${verdict}`);
  return row;
}

const REPORTED: readonly (readonly [name: string, make: () => string])[] = [
  ['report_hours', hoursHtml],
  ['report_more', () => sparklineHtml(reported('more'))],
  ['report_moved', () => sparklineHtml(reported('moved'))],
  ['report_silent', () => sparklineHtml(reported('silent'))],
];

/** Of a mail: a day above its usual day, and the days of a silence. */
const IN_CELLS: readonly (readonly [name: string, make: () => string])[] = [
  ['mail_day', () => barsHtml(reported('more'))],
  ['mail_silence', () => daysHtml({ ...SILENCE, daily: SILENT_DAYS })],
];

describe('the charts of a report', () => {
  it.each(REPORTED)('%s is the committed picture, mark by mark', (name, make) => {
    const { drawn, kept } = pictureOf(name, make());
    expect(drawn).toContain('<svg');
    expect(drawn).toBe(kept);
  });

  it.each(IN_CELLS)('%s is the committed table, cell by cell', (name, make) => {
    const { drawn, kept } = cellsOf(name, make());
    expect(drawn).toBe(kept);
  });
});
