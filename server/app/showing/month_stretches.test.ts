import { daysOfZone, type DayFlag, monthStretches } from './month_stretches';

const flag = (
  day: string,
  verdict: DayFlag['verdict'],
  hours: readonly number[],
  runs?: DayFlag['runs'],
): DayFlag => ({ day, verdict, hours, ...(runs && { runs }) });

/** "27 14:00 more 3": the day, the hour, the verdict and the length. */
function told(flags: readonly DayFlag[], zone = 'UTC'): string[] {
  return monthStretches(flags, daysOfZone(zone)).map(
    ({ day, hour, verdict, hours }) => `${day.slice(8)} ${hour}:00 ${verdict} ${hours}`,
  );
}

describe('the stretches of a month', () => {
  it('are adjacent hours, also over midnight', () => {
    expect(
      told([flag('2026-11-28', 'more', [0, 1, 9]), flag('2026-11-27', 'more', [22, 23])]),
    ).toEqual(['27 22:00 more 4', '28 9:00 more 1']);
    expect(told([flag('2026-11-27', 'more', [23]), flag('2026-11-29', 'more', [0])])).toEqual([
      '27 23:00 more 1',
      '29 0:00 more 1',
    ]);
  });

  it('have one direction', () => {
    const runs = [
      { from: 10, to: 12, direction: 'less' as const },
      { from: 12, to: 13, direction: 'more' as const },
    ];
    expect(told([flag('2026-11-27', 'less', [10, 11, 12], runs)])).toEqual([
      '27 10:00 less 2',
      '27 12:00 more 1',
    ]);
    expect(told([flag('2026-11-27', 'more', [23]), flag('2026-11-28', 'less', [0])])).toEqual([
      '27 23:00 more 1',
      '28 0:00 less 1',
    ]);
  });

  it('say of several days only what is true of all', () => {
    const after = flag('2026-11-28', 'less', [0]);
    expect(told([flag('2026-11-27', 'silent', [23]), after])).toEqual(['27 23:00 less 2']);
    expect(told([flag('2026-11-27', 'less', [23]), after])).toEqual(['27 23:00 less 2']);
    expect(told([flag('2026-11-27', 'new', [23]), flag('2026-11-28', 'more', [0])])).toEqual([
      '27 23:00 new 2',
    ]);
  });

  it('last as long as the clock of the zone says, when it is changed', () => {
    const night = [1, 2, 3];
    const berlin = 'Europe/Berlin';
    // At 02:00 the clock goes to 03:00: no hour is missing between 01:00 and 03:00.
    expect(told([flag('2026-03-29', 'silent', [1, 3])], berlin)).toEqual(['29 1:00 silent 2']);
    // At 03:00 it goes back to 02:00: that hour comes twice.
    expect(told([flag('2026-10-25', 'silent', night)], berlin)).toEqual(['25 1:00 silent 4']);
    expect(told([flag('2026-10-25', 'silent', night)])).toEqual(['25 1:00 silent 3']);
  });

  it('go on over a midnight that the clock skips', () => {
    // In Beirut midnight is skipped: the day begins at 01:00.
    const flags = [flag('2026-03-28', 'silent', [23]), flag('2026-03-29', 'silent', [1, 2])];
    expect(told(flags, 'Asia/Beirut')).toEqual(['28 23:00 silent 3']);
    expect(told(flags)).toEqual(['28 23:00 silent 1', '29 1:00 silent 2']);
  });
});
