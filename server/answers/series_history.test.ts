import type { FlaggedHours } from '../app/showing';
import { seriesHistory } from './series_history';

function flag(
  day: string,
  verdict: FlaggedHours['verdict'],
  hours: readonly number[],
): FlaggedHours {
  return {
    run_id: day,
    source: 'postfix',
    subtype: 'bounce',
    series_name: 'Bounce notices',
    series_code: 'postfix program bounce',
    day,
    verdict,
    hours,
    flagged: hours.map((hour) => ({ hour, events: verdict === 'silent' ? 0 : 30, expected: 10 })),
  };
}

describe('the history of a series', () => {
  const usual = new Array<number>(24).fill(10);

  it('has the flagged hours of each day in their places, the day itself last', () => {
    const flags = [flag('2015-04-01', 'silent', [9, 10]), flag('2015-03-02', 'more', [14])];
    expect(seriesHistory(flags, usual, '2015-04-01')).toEqual({
      marks: [
        [0, 14, 2, true],
        [30, 9, -1, true],
        [30, 10, -1, true],
      ],
      silent: [[30, 9, 11]],
      days: [
        { day: '2015-03-02', verdict: 'more', hour: 14 },
        { day: '2015-04-01', verdict: 'silent', hour: 9 },
      ],
    });
  });

  it('is empty if nothing was unusual', () => {
    expect(seriesHistory([], null, '2015-04-01')).toEqual({ marks: [], silent: [], days: [] });
  });
});
