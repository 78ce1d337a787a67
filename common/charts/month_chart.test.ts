import type { LedgerDay } from '../api/runs/list_runs';
import type { MonthInk } from './month_chart';
import {
  dayBox,
  FLAGGED_ROW,
  knownLine,
  monthBars,
  unknownDaysHatch,
  weekRules,
} from './month_chart';
import { ledgerLabels, ledgerPaths } from './month_ledger';
import { MONTH_DAYS, monthScale } from './scales/month_scale';

const SCALE = monthScale(31 * 25);

function day(state: LedgerDay['state'], parts: Partial<LedgerDay> = {}): LedgerDay {
  const nothing = { words: null, run_id: null, series: 0, series_unusual: 0, tagged: null };
  return { day: '2015-04-01', state, hours_known: 24, ...nothing, ...parts };
}

describe('monthBars', () => {
  const barsOf = (marks: MonthInk['marks'], silent: MonthInk['silent'] = []) =>
    monthBars({ marks, silent }, FLAGGED_ROW, SCALE);

  it('draws flagged hours in another color, up for more and down for less, two pixels wide', () => {
    const bars = barsOf([
      [0, 0, 2, true],
      [0, 1, -0.5, false],
    ]);
    expect(bars.flagged).toBe('M0 20H2V9H0z');
    expect(bars.quiet).toBe('M1 20H3V22.8H1z');
  });

  it('cuts what is taller than three units, and breaks it', () => {
    const { flagged } = barsOf([[0, 0, 12, true]]);
    expect(flagged.match(/M/g)).toHaveLength(2);
    expect(flagged).toContain('V3.5');
  });

  it('draws a silent stretch as one solid bar over its hours, as deep as its deepest', () => {
    const marks = [9, 10, 11].map((hour) => [1, hour, hour === 10 ? -0.8 : -0.1, true] as const);
    const { flagged } = barsOf(marks, [[1, 9, 12]]);
    expect(flagged).toBe('M34 20H37V24.4H34z');
  });

  it('makes ten silent hours weigh more than a weak single one', () => {
    const hours = Array.from({ length: 10 }, (_, hour) => [0, hour, -0.7, true] as const);
    const areaOf = (path: string): number => {
      const [, left, top, right, bottom] = (
        /^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/.exec(path) ?? []
      ).map(Number);
      return Math.abs(((right ?? 0) - (left ?? 0)) * ((bottom ?? 0) - (top ?? 0)));
    };
    const silent = areaOf(barsOf(hours, [[0, 0, 10]]).flagged);
    const weak = areaOf(barsOf([[0, 3, 0.4, true]]).flagged);
    expect(silent).toBeGreaterThan(8 * weak);
  });
});

describe('monthScale', () => {
  it('has 31 equal days, as wide as there is room', () => {
    const { day, width, dayAt, x } = monthScale(720);
    expect([day, width]).toEqual([23, 23 * MONTH_DAYS]);
    expect(dayAt(x(7, 12))).toBe(7);
    expect([dayAt(-3), dayAt(10_000)]).toEqual([0, 30]);
  });
});

describe('knownLine', () => {
  it('is a gap where nothing is known', () => {
    const days = [
      day('analyzed'),
      day('missed', { hours_known: 0 }),
      day('partial', { hours_known: 12 }),
    ];
    expect(knownLine(days, 5, SCALE)).toBe(`M0 5H24M50 5H62`);
    expect(SCALE.x(2, 12)).toBe(62);
  });
});

describe('unknownDaysHatch', () => {
  it('hatches the days of which nothing is known, and no others', () => {
    const days = [day('analyzed'), day('missed', { hours_known: 0 })];
    const hatch = unknownDaysHatch(days, FLAGGED_ROW, SCALE);
    const places = [...hatch.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(25);
    expect(unknownDaysHatch([day('analyzed')], FLAGGED_ROW, SCALE)).toBe('');
  });
});

describe('ledgerPaths', () => {
  it('draws a bar for what was analyzed and hatches the rest', () => {
    const { bars, hatched, boxes, rules } = ledgerPaths(
      [day('analyzed'), day('missed'), day('stale'), day('running')],
      SCALE,
    );
    expect(bars.match(/M/g)).toHaveLength(2);
    expect(boxes.match(/M/g)).toHaveLength(2);
    expect(rules.match(/M/g)).toHaveLength(2);
    expect(hatched.startsWith('M')).toBe(true);
  });
});

describe('ledgerLabels', () => {
  it('says the same of adjoining days once, and covers no other label', () => {
    const days = [
      day('missed', { words: 'not analyzed' }),
      day('missed', { words: 'not analyzed' }),
      day('analyzed'),
      ...Array.from({ length: 20 }, () => day('analyzed')),
      day('stale', { words: '212 late events' }),
    ];
    const labels = ledgerLabels(days, SCALE);
    expect(labels.map(({ text }) => text)).toEqual([
      'missed: not analyzed',
      'stale: 212 late events',
    ]);
    expect(labels.every(({ x }) => x > 0 && x < SCALE.width)).toBe(true);
  });

  it('does not call a day missed that is not over, or has not begun', () => {
    const days = [
      day('missed', { words: 'not over yet' }),
      ...Array.from({ length: 20 }, () => day('missed', { words: 'not begun' })),
    ];
    expect(ledgerLabels(days, SCALE).map(({ whole }) => whole)).toContain('not begun');
    const [open] = ledgerLabels(days.slice(0, 1), SCALE);
    expect(open?.whole).toBe('not over yet');
  });

  it('ends what is longer with a whole clause', () => {
    const words = `syslog, ossec: not assessed, "logstash-*" has no document: its logs are from ${'long '.repeat(30)}`;
    const [label] = ledgerLabels([day('partial', { words })], SCALE);
    expect(label?.text).toBe(
      'partial: syslog, ossec: not assessed, "logstash-*" has no document …',
    );
    expect(label?.whole).toContain('its logs are from');
  });

  it('says all where there is room, and cuts what is longer', () => {
    const words = `unknown: ${'a source with a long name, '.repeat(4)}`.trim();
    const one = day('partial', { words });
    expect(ledgerLabels([one], SCALE).map(({ text }) => text)).toEqual([`partial: ${words}`]);
    const others = Array.from({ length: 28 }, () => day('analyzed'));
    const [label] = ledgerLabels([one, ...others, day('stale', { words: 'late events' })], SCALE);
    expect(label?.text).toBe('partial: unknown: a source with a long name …');
  });
});

describe('weekRules and dayBox', () => {
  it('rule a row where a week begins, but not at its edge', () => {
    const days = ['2015-03-30', '2015-03-31', '2015-04-05', '2015-04-06'].map((day) => ({ day }));
    expect(weekRules(days, 27, SCALE)).toBe('M74.5 0V27');
  });

  it('put a box around all hours of a day', () => {
    expect(dayBox(1, 14, SCALE)).toBe('M24 1H50V13H24z');
  });
});
