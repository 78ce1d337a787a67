import { monthSummary as summaryOf, type MonthFacts, type SummedSeries } from './month_summary';

const began = (day: string, hour: number, hours: number): SummedSeries['stretches'] => [
  { day, hour, hours },
];
const quiet: SummedSeries = { name: 'Mail sent', stretches: [] };
const ssh = ['SSH scan', 'SSH login failed', 'Unknown user'].map((name) => ({
  name,
  stretches: began('2015-03-27', 14, 45),
}));

/** A month of which ten days were analyzed. */
const monthSummary = (
  series: readonly SummedSeries[],
  needed: number,
  parts: Partial<MonthFacts> = {},
): string =>
  summaryOf({
    ...{ series, needed, has_begun: true, analyzed: 10 },
    ...{ assessed: 10 * series.length, silent_days: 0, unknown_days: 0, ...parts },
  });

describe('monthSummary', () => {
  it('says how many were unusual, what was longest, and which days need a run', () => {
    const one = { name: 'Package installed', stretches: began('2015-03-19', 3, 45) };
    expect(monthSummary([quiet, one, ...ssh], 3)).toBe(
      '4 of 5 series were unusual on some day. The longest began Friday 27 March 2015 14:00: 3 series together, for 45 hours. 3 days need another run.',
    );
  });

  it('calls longest what went on for most hours, and not what most series began with', () => {
    const one = { name: 'Package installed', stretches: began('2015-03-19', 3, 50) };
    expect(monthSummary([one, ...ssh], 0)).toContain(
      'The longest began Thursday 19 March 2015 03:00: Package installed, for 50 hours.',
    );
  });

  it('finds what was longest also before the latest stretch of a series', () => {
    const two = {
      name: 'Bounces',
      stretches: [...began('2015-03-20', 4, 12), ...began('2015-04-01', 9, 1)],
    };
    const other = { name: 'Package installed', stretches: began('2015-03-19', 3, 5) };
    expect(monthSummary([two, other], 0)).toContain(
      'The longest began Friday 20 March 2015 04:00: Bounces, for 12 hours.',
    );
  });

  it('does not say of several series that each lasted as long as the longest', () => {
    const long = { name: 'Bounces', stretches: began('2015-03-20', 4, 12) };
    const short = { name: 'Package installed', stretches: began('2015-03-20', 4, 2) };
    expect(monthSummary([long, short], 0)).toContain('2 series together, for up to 12 hours.');
  });

  it('names what began alone', () => {
    const long = { name: 'Package installed', stretches: began('2015-03-19', 3, 17) };
    const short = { name: 'Bounces', stretches: began('2015-04-01', 9, 1) };
    expect(monthSummary([short, long], 1)).toBe(
      '2 of 2 series were unusual on some day. The longest began Thursday 19 March 2015 03:00: Package installed, for 17 hours. 1 day needs another run.',
    );
  });

  it('says no more than that about one series, or that there was none', () => {
    const only = { name: 'Bounces', stretches: began('2015-04-01', 9, 1) };
    expect(monthSummary([only, quiet], 0)).toBe('1 of 2 series was unusual on some day.');
    expect(monthSummary([quiet], 0)).toBe('Nothing unusual in 1 series.');
  });

  it('says on how many days silence is not known', () => {
    expect(monthSummary([quiet], 1, { unknown_days: 2 })).toBe(
      'Nothing unusual in 1 series. Not known on 2 analyzed days whether hosts or sources were silent. 1 day needs another run.',
    );
  });

  it('says that days have not begun, or that none has been analyzed', () => {
    expect(monthSummary([], 0, { has_begun: false, analyzed: 0 })).toBe(
      'These days have not begun.',
    );
    expect(monthSummary([], 31, { analyzed: 0 })).toBe(
      'None of these days has been analyzed. 31 days need a run.',
    );
  });

  it('never says that nothing is unusual if nothing was assessed, or a source was silent', () => {
    expect(monthSummary([], 0, { analyzed: 1 })).toBe('No series on 1 analyzed day.');
    expect(monthSummary([quiet], 0, { assessed: 0 })).toBe(
      'None of 1 series could be assessed on 10 analyzed days.',
    );
    expect(monthSummary([quiet], 0, { assessed: 0, silent_days: 1 })).toBe(
      'Whole sources were silent on 1 analyzed day. None of 1 series could be assessed on 10 analyzed days.',
    );
    expect(monthSummary([quiet], 0, { silent_days: 2 })).toBe(
      'Whole sources were silent on 2 analyzed days. No finding in 1 series.',
    );
    expect(monthSummary(ssh, 0, { silent_days: 2 })).toMatch(
      /^3 of 3 series were unusual on some day\..* Whole sources were silent on 2 analyzed days\.$/,
    );
  });
});
