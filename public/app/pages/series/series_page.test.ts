import { oneSeries, type SeriesAssessmentSettings } from '../../../../test/fixtures/page_series';
import { ordinaryDay } from '../../../../test/fixtures/page_day';
import { hourValues } from './model/hour_values';
import { readoutWords } from './model/readout_words';
import { neighborsOf } from './model/neighbors';
import { areSameDays, toggledDay } from './model/omitted_days';
import {
  basisCounts,
  basisWords,
  flaggedHours,
  viewOfRow,
  type SeriesAnswer,
} from './model/series_view';
import { sentenceOf } from './model/series_sentence';
import { daysTable, dayTable, testTable } from './model/tables';
import { workOutAgain } from './model/work_out_again';

const DAY = ordinaryDay();
const TALK: SeriesAssessmentSettings = { method: 'talk', series: [] };

function answerOf(subtype: string, assessing: SeriesAssessmentSettings = TALK): SeriesAnswer {
  const row = DAY.series.find((other) => other.subtype === subtype);
  if (row === undefined) throw new Error(`the fixture has no series ${subtype}`);
  return oneSeries(DAY, row, assessing);
}

const NOTICE = answerOf('5');
const THIN = answerOf('2221007', { method: 'calibrated', series: [] });

describe('left-out days', () => {
  it('are one more or one less, in the order of the calendar', () => {
    expect(toggledDay(['2015-03-25'], '2015-03-18')).toEqual(['2015-03-18', '2015-03-25']);
    expect(toggledDay(['2015-03-18', '2015-03-25'], '2015-03-18')).toEqual(['2015-03-25']);
  });

  it('are the same in any order', () => {
    expect(areSameDays(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(areSameDays(['a'], ['a', 'b'])).toBe(false);
    expect(areSameDays([], [])).toBe(true);
  });
});

describe('a verdict that is worked out again', () => {
  it('changes line, bands, flags and sentence without a day', () => {
    const view = workOutAgain(NOTICE, ['2015-03-18']);
    expect(view.basis).toBe('3 Wednesdays');
    expect(view.basisDays).not.toContain('2015-03-18');
    expect(view.usual).not.toEqual(NOTICE.row.usual);
    expect(view.outer).not.toEqual(NOTICE.row.outer);
    expect(flaggedHours(viewOfRow(NOTICE))).toEqual([10, 15]);
    expect(flaggedHours(view)).toEqual([]);
    expect(sentenceOf(NOTICE, view)).toMatchObject({ verdict: 'As usual.', isFlag: false });
  });

  it('is not a verdict where too few days are left', () => {
    const calibrated = answerOf('5', { method: 'calibrated', series: [] });
    const all = calibrated.training.map(({ day }) => day);
    const view = workOutAgain(calibrated, all.slice(2));
    expect(view).toMatchObject({ state: 'not_judged', inner: null, outer: null, finding: null });
    expect(view.reason).toBe('Not assessed: only 2 training days.');
  });

  it('shows the threshold of the settings that the run was assessed by', () => {
    const { ticket } = sentenceOf(NOTICE, viewOfRow(NOTICE));
    expect(ticket).toMatch(/^On Wednesday 1 April 2015 syslog severity 5 had 48 events at 15:00/);
    expect(ticket).toContain("the day's difference of 0.54 (threshold 0.50) would fall by");
  });
});

describe('what is shown of each hour', () => {
  it('is its share under the talk, its surprise under the other method', () => {
    expect(hourValues(NOTICE, viewOfRow(NOTICE))).toMatchObject({ kind: 'share', limit: 0.25 });
    const calibrated = answerOf('5', { method: 'calibrated', series: [] });
    expect(hourValues(calibrated, viewOfRow(calibrated))).toMatchObject({
      kind: 'surprise',
      limit: 1,
    });
  });

  it('is not a share of next to nothing', () => {
    const view = { ...viewOfRow(NOTICE), difference: 0.049 };
    const { values, reason } = hourValues(NOTICE, view);
    expect(values).toBeUndefined();
    expect(reason).toContain('0.05');
    expect(hourValues(NOTICE, { ...view, difference: 0.05 }).values).toBeDefined();
  });

  it('is nothing where nothing was tested, and says so', () => {
    const { values, reason } = hourValues(THIN, viewOfRow(THIN));
    expect(values).toBeUndefined();
    expect(reason).toContain('No hour was tested');
  });

  it('is shown in words', () => {
    const view = viewOfRow(NOTICE);
    const facts = { ...hourValues(NOTICE, view), today: NOTICE.row.today, view };
    expect(readoutWords(15, facts)).toBe(
      '15:00: 48, usually 9–14, lowest to highest 9–27, share 41%, flagged',
    );
    const unknown = NOTICE.row.today.map(() => null);
    expect(readoutWords(0, { ...facts, today: unknown, values: undefined })).toBe(
      '00:00: unknown, usually 9, lowest to highest 9',
    );
  });
});

describe('a thin baseline', () => {
  it('has its days and no verdict', () => {
    const view = viewOfRow(THIN);
    expect(sentenceOf(THIN, view)).toMatchObject({
      verdict: 'Not assessed: only 1 training day.',
      isFlag: false,
    });
    expect(basisWords(view)).toBe('1 day');
    expect(basisCounts(THIN, view)).toHaveLength(1);
    expect(view.outer).toBeNull();
  });
});

describe('neighborsOf', () => {
  const keyOf = (subtype: string) => ({ source: 'syslog', subtype });

  it('are those next to it in the overview', () => {
    const { previous, next } = neighborsOf(DAY, '', keyOf('5'));
    expect(previous?.subtype).toBe('2210044');
    expect(next).toEqual({ source: 'postfix', subtype: 'bounce' });
    expect(neighborsOf(DAY, '', { source: 'suricata', subtype: '2210044' }).previous).toBe(
      undefined,
    );
  });

  it('are those that the filter leaves', () => {
    expect(neighborsOf(DAY, 'syslog', keyOf('5')).next).toEqual(keyOf('6'));
    expect(neighborsOf(DAY, 'no such series', keyOf('5'))).toEqual({
      previous: undefined,
      next: undefined,
    });
  });
});

describe('the tables', () => {
  const view = viewOfRow(NOTICE);

  it('hold what the charts show, hour by hour', () => {
    const { columns, rows } = dayTable('Today', NOTICE.row.today, view);
    expect(columns).toEqual([
      'hour',
      'this day',
      'usual',
      'middle half from',
      'middle half to',
      'lowest',
      'highest',
      'flagged',
    ]);
    expect(rows).toHaveLength(24);
    expect(rows[15]).toEqual(['15:00', 48, 13.5, 9, 13.5, 9, 27, 'flagged']);
    const values = hourValues(NOTICE, view).values ?? [];
    expect(testTable('Shares', 'share', values, view).rows[15]?.[2]).toBe('flagged');
  });

  it('hold every training day and the tested one, with what each is to the verdict', () => {
    const { columns, rows } = daysTable('Days', NOTICE, (day) => `use of ${day}`);
    expect(columns).toHaveLength(26);
    expect(rows).toHaveLength(32);
    expect(rows[0]?.slice(0, 2)).toEqual(['2015-03-01', 'use of 2015-03-01']);
    expect(rows[31]?.slice(0, 3)).toEqual(['2015-04-01', 'this day', 9]);
  });
});
