import type { AnswerOf } from '../../../../../common/api/basics/endpoint';
import type { getSources } from '../../../../../common/api/setup/get_sources';
import { addDays } from '../../../../../common/time/day';
import { canReadNothing, comparedWords, costWords, dayFact, foundWords } from './first_words';

type Sources = AnswerOf<typeof getSources>;

function sourcesOf(days: readonly string[], ...names: string[]): Sources {
  return {
    sources: names.map((name) => ({
      source: {
        id: name,
        name,
        index: 'logstash-*',
        filter: [],
        time_field: '@timestamp',
        subtype_fields: ['x'],
        tag: 'x',
        wording: { code: 'x', names: [] },
        enabled: true,
      },
      preset: true,
      state: 'usable' as const,
      words: null,
      fields: [],
    })),
    days_with_logs: days.map((day) => ({ day, documents: 10 })),
  };
}

const DAYS = Array.from({ length: 38 }, (_, index) => addDays('2015-02-23', index));
const FOUND = sourcesOf(
  DAYS.filter((day) => day !== '2015-03-17'),
  'syslog',
  'ossec',
);

describe('the words of a first run', () => {
  it('say what was found, with the days that are missing', () => {
    expect(foundWords(FOUND)).toBe(
      'Logwave found 37 days of logs (370 documents), 23 February 2015 to 1 April 2015 with 17 March 2015 missing, and 2 sources: syslog, ossec.',
    );
    const gaps = DAYS.filter((_, index) => index % 2 === 0);
    expect(foundWords(sourcesOf(gaps, 'syslog'))).toContain('with 18 days missing, and 1 source:');
  });

  it('say which patterns match nothing', () => {
    const { sources, ...days } = sourcesOf([], 'syslog', 'ossec');
    const none = {
      ...days,
      sources: sources.map((one) => ({ ...one, state: 'no_index' as const })),
    };
    expect(foundWords(none)).toBe(
      'No index matches logstash-*. Choose another pattern in the settings.',
    );
    expect(foundWords({ ...days, sources })).toBe('logstash-* has no logs from the last 92 days.');
  });

  it('say which logs are hidden from the reader, and that no analysis can work', () => {
    const { sources, ...days } = sourcesOf([], 'syslog', 'ossec');
    const hidden = {
      ...days,
      sources: sources.map((one) => ({ ...one, state: 'forbidden' as const })),
    };
    expect(foundWords(hidden)).toBe(
      'You cannot read the logs of syslog, ossec. To analyze them, ask an administrator for the index privilege read on logstash-*.',
    );
    expect(canReadNothing(hidden)).toBe(true);
    expect(canReadNothing(sourcesOf([], 'syslog'))).toBe(false);
  });

  it('say how many days a day can be compared with, and what that costs', () => {
    expect(comparedWords('2015-04-01', FOUND, 31)).toBe(
      'Wednesday 1 April can be compared with 30 days before it, 4 of them Wednesdays.',
    );
    expect(costWords('2015-04-01', FOUND, 31)).toBe(
      'The analysis usually takes less than a minute. It stores its results in the indices logwave-*. Logwave writes nothing to your logs until you turn on tagging.',
    );
    const many = sourcesOf(DAYS, ...Array.from({ length: 20 }, (_, index) => `source ${index}`));
    expect(costWords('2015-04-01', many, 31)).toContain('usually takes a few minutes');
  });

  it('count one day of the weekday', () => {
    const few = sourcesOf(['2015-03-25', '2015-03-31'], 'syslog');
    expect(comparedWords('2015-04-01', few, 31)).toMatch(
      /2 days before it, 1 of them a Wednesday\.$/,
    );
  });

  it('say that there is nothing to compare with, not that it is 0 days', () => {
    expect(comparedWords('2015-02-23', FOUND, 31)).toBe(
      'There are no earlier days with logs to compare Monday 23 February with.',
    );
  });

  it('describe a day that has not begun, and one without logs', () => {
    expect(dayFact('2015-04-02', '2015-04-01', FOUND)).toEqual({
      words: 'Thursday 2 April has not begun, so it cannot be analyzed.',
      canAnalyze: false,
      isComparable: false,
    });
    expect(dayFact('2015-03-17', '2015-04-01', FOUND)).toEqual({
      words:
        'Logwave found no logs for Tuesday 17 March, although there are logs for earlier days. The analysis says which sources were silent.',
      canAnalyze: true,
      isComparable: false,
    });
    expect(dayFact('2015-04-01', '2015-04-01', FOUND).isComparable).toBe(true);
  });

  it('distinguish a day before all logs from one that is not known', () => {
    expect(dayFact('2015-02-22', '2015-04-01', FOUND)).toEqual({
      words:
        'There are no logs for Sunday 22 February, so it cannot be analyzed. The first logs are from 23 February 2015.',
      canAnalyze: false,
      isComparable: false,
    });
    expect(dayFact('2014-12-29', '2015-04-01', FOUND)).toEqual({
      words:
        'Logwave looked for logs from 30 December 2014 on, so it does not know whether there are logs for Monday 29 December.',
      canAnalyze: true,
      isComparable: false,
    });
    const { sources, ...days } = FOUND;
    const unsure = {
      ...days,
      sources: sources.map((one) => ({ ...one, state: 'unknown' as const })),
    };
    expect(dayFact('2015-02-22', '2015-04-01', unsure)).toEqual({
      words: 'Logwave found no logs for Sunday 22 February.',
      canAnalyze: true,
      isComparable: false,
    });
  });

  it('count as many training days as the settings have', () => {
    expect(comparedWords('2015-04-01', FOUND, 14)).toContain('14 days before it, 2 of them');
    const many = sourcesOf(DAYS, ...Array.from({ length: 20 }, (_, index) => `source ${index}`));
    expect(costWords('2015-04-01', many, 31)).toContain('a few minutes');
    expect(costWords('2015-04-01', many, 14)).toContain('less than a minute');
  });
});
