import type { Backtest } from '../../../server/app/again/backtest';
import { plainInk, type Ink } from './report';
import { backtestLines } from './report_backtest';

const backtested: Backtest = {
  zone: 'UTC',
  method: 'calibrated',
  limit: 4,
  days: [
    { day: '2015-03-30', series: 42, flags: 0 },
    { day: '2015-03-31', series: 41, flags: 12 },
    { day: '2015-04-01', series: 42, flags: 3 },
  ],
  flags_a_day: 5,
  most_flagged: [
    { source: 'syslog', subtype: '5', name: 'Syslog notice', code: 'syslog severity 5', flags: 3 },
    { source: 'dns', subtype: null, name: 'dns', code: 'dns', flags: 1 },
  ],
  limits: [
    { limit: 3, flags_a_day: 14.5, busiest_day: 20 },
    { limit: 4, flags_a_day: 5, busiest_day: 12 },
  ],
  proposal: null,
  notes: [],
};

const linesOf = (parts: Partial<Backtest> = {}, ink: Ink = plainInk): string[] =>
  backtestLines({ ...backtested, ...parts }, ink);

describe('backtestLines', () => {
  it('show findings by day, the series with the most of them, and what other thresholds would do', () => {
    expect(linesOf()).toEqual([
      '30 March 2015 to 1 April 2015, UTC, method calibrated: 5.0 findings a day over up to 42 series',
      '  2015-03-30 Mon  0',
      `  2015-03-31 Tue 12 ${'█'.repeat(12)}`,
      `  2015-04-01 Wed  3 ${'█'.repeat(3)}`,
      '',
      'Series with the most findings, and on how many of 3 days:',
      '  3 Syslog notice (syslog severity 5)',
      '  1 dns',
      '',
      'What another threshold would do:',
      '  threshold  findings a day  busiest day',
      '          3              15           20',
      '          4             5.0           12  now',
    ]);
  });

  it('mark the present threshold', () => {
    const marked = linesOf({}, { ...plainInk, bold: (text) => `[${text}]` });
    expect(marked.filter((line) => line.startsWith('['))).toHaveLength(2);
    expect(marked.at(-1)).toBe('[          4             5.0           12  now]');
  });

  it('draw no bar wider than the report, however many findings there are', () => {
    const days = [{ day: '2015-04-01', series: 9_000, flags: 8_000 }];
    const [, line = ''] = linesOf({ days });
    expect(line).toBe(`  2015-04-01 Wed 8,000 ${'█'.repeat(40)}`);
  });

  it('give the setting that keeps to a budget', () => {
    const row = { limit: 5.7, flags_a_day: 0.97, busiest_day: 2 };
    expect(linesOf({ proposal: { budget: 1, row, at_any_limit: 0 } }).slice(-4)).toEqual([
      '',
      'For at most 1 finding a day, use the threshold 5.7: it gives 1.0 a day on average.',
      'Put this into the settings file:',
      '  {"calibrated":{"score_limit":5.7}}',
    ]);
  });

  it('say if no threshold keeps to it, and why', () => {
    const said = linesOf({ proposal: { budget: 0.5, row: null, at_any_limit: 2 } }).join(' ');
    expect(said).toContain('No threshold gives at most 0.5 findings a day: 2.0 a day exceed');
  });

  it('have no table of thresholds under the talk', () => {
    const lines = linesOf({ method: 'talk', limit: null, limits: [], most_flagged: [] });
    expect(lines).toHaveLength(1 + backtested.days.length);
  });

  it('end with what was left out, and no log steers the terminal', () => {
    const name = 'bell \u0007 and more';
    const most_flagged = [{ source: 'a', subtype: name, name, code: name, flags: 1 }];
    const lines = linesOf({ most_flagged, notes: ['syslog: 1 day not assessed', name] });
    expect(lines.slice(-4)).toEqual([
      '',
      'Notes:',
      '  - syslog: 1 day not assessed',
      '  - bell \\u0007 and more',
    ]);
    expect(lines.join('')).not.toContain('\u0007');
  });
});
