import type { LedgerDay } from '../api/runs/list_runs';
import {
  dayBox,
  FLAGGED_ROW,
  hourX,
  knownLine,
  ledgerLabels,
  ledgerPaths,
  monthBars,
  MONTH_WIDTH,
  weekRules,
} from './month_chart';

function day(state: LedgerDay['state'], parts: Partial<LedgerDay> = {}): LedgerDay {
  const nothing = { words: null, run_id: null, series: 0, series_unusual: 0, tagged: null };
  return { day: '2015-04-01', state, hours_known: 24, ...nothing, ...parts };
}

describe('monthBars', () => {
  it('draws flags apart from other ink, up for more and down for less', () => {
    const bars = monthBars(
      [
        [0, 0, 2, true],
        [0, 1, -0.5, false],
      ],
      FLAGGED_ROW,
    );
    expect(bars.flagged).toBe('M0 20H1V9H0z');
    expect(bars.quiet).toBe('M1 20H2V22.8H1z');
  });

  it('cuts what is taller than three units, and breaks it', () => {
    const { flagged } = monthBars([[0, 0, 12, true]], FLAGGED_ROW);
    expect(flagged.match(/M/g)).toHaveLength(2);
    expect(flagged).toContain('V3.5');
  });
});

describe('knownLine', () => {
  it('is a gap where nothing is known', () => {
    const days = [
      day('analyzed'),
      day('missed', { hours_known: 0 }),
      day('partial', { hours_known: 12 }),
    ];
    expect(knownLine(days, 5)).toBe(`M0 5H24M50 5H62`);
    expect(hourX(2, 12)).toBe(62);
  });
});

describe('ledgerPaths', () => {
  it('draws a bar for what was analyzed and hatches the rest', () => {
    const { bars, hatched, boxes, rules } = ledgerPaths([
      day('analyzed'),
      day('missed'),
      day('stale'),
      day('running'),
    ]);
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
    const labels = ledgerLabels(days);
    expect(labels.map(({ text }) => text)).toEqual([
      'missed: not analyzed',
      'stale: 212 late events',
    ]);
    expect(labels.every(({ x }) => x > 0 && x < MONTH_WIDTH)).toBe(true);
  });

  it('says all where there is room, and cuts what is longer', () => {
    const words = `unknown: ${'a source with a long name, '.repeat(4)}`.trim();
    const one = day('partial', { words });
    expect(ledgerLabels([one]).map(({ text }) => text)).toEqual([`partial: ${words}`]);
    const others = Array.from({ length: 28 }, () => day('analyzed'));
    const [label] = ledgerLabels([one, ...others, day('stale', { words: 'late events' })]);
    expect(label?.text).toHaveLength(71);
    expect(label?.text).toMatch(/…$/);
  });
});

describe('weekRules and dayBox', () => {
  it('rule a row where a week begins, but not at its edge', () => {
    const days = ['2015-03-30', '2015-03-31', '2015-04-05', '2015-04-06'].map((day) => ({ day }));
    expect(weekRules(days, 27)).toBe('M74.5 0V27');
  });

  it('put a box around all hours of a day', () => {
    expect(dayBox(1, 14)).toBe('M24 1H50V13H24z');
  });
});
