import { settingsSchema } from '../../../common/settings/settings';
import { addDays } from '../../../common/time/day';
import { calendarMark, calendarOn } from '../../../test/fixtures/calendars';
import { countsSource } from '../../../test/fixtures/counts_source';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { type Decisions, decisionsOf, NO_DECISIONS } from './decisions';

const DAY = '2015-04-01';
const settings = {
  ...settingsSchema.parse({ training: { days: 10 } }),
  zone: 'UTC',
  sources: [countsSource(), countsSource({ id: 'off', enabled: false })],
};

function decided(decisions: Partial<Decisions>, from = DAY) {
  return decisionsOf({ ...NO_DECISIONS, ...decisions }, { from, to: DAY }, settings);
}

describe('what people have decided about a day', () => {
  it('is the judgments that hold for it, of sources that are switched on', () => {
    const judgments = [
      judgmentOf({ id: 'used', day: addDays(DAY, -10) }),
      judgmentOf({ id: 'older', subtype: '6', day: addDays(DAY, -11) }),
      judgmentOf({ id: 'ended', subtype: '7', until: DAY }),
      judgmentOf({ id: 'off', source: 'off' }),
      judgmentOf({ id: 'back', subtype: '8', judgment: 'none' }),
    ];
    expect(
      decided({ judgments })
        .on(DAY)
        .judgments.map(({ id }) => id),
    ).toEqual(['used']);
  });

  it('is the days of calendars from its first training day on, for each day of a span', () => {
    const feasts = [addDays(DAY, -12), addDays(DAY, -11), addDays(DAY, -10), DAY];
    const days = decided({ calendars: [calendarOn(feasts)] }, addDays(DAY, -2));
    const calendarOf = (day: string) => days.on(day).calendar.map((one) => one.day);
    expect(calendarOf(DAY)).toEqual([addDays(DAY, -10), DAY]);
    expect(calendarOf(addDays(DAY, -2))).toEqual(feasts.slice(0, 3));
    const alone = decided({ calendars: [calendarOn(feasts)] });
    expect(alone.on(DAY)).toEqual(days.on(DAY));
  });

  it('says which calendars cannot be used', () => {
    const { notes } = decided({ calendars: [calendarMark({ name: 'bad', ics: 'broken' })] });
    expect(notes).toEqual([expect.stringMatching('^calendar bad is not used: ')]);
  });

  it('takes a judgment that is tried for the latest, whatever clock wrote the others', () => {
    const ahead = judgmentOf({ id: 'ahead', at: '2099-01-01T00:00:00.000Z' });
    const days = decided({ judgments: [ahead] });
    const tried = days.withJudgment(judgmentOf({ id: 'tried', judgment: 'none', hours: [] }));
    expect(days.on(DAY).judgments.map(({ id }) => id)).toEqual(['ahead']);
    expect(tried.on(DAY).judgments).toEqual([]);
    expect(tried.inForce).toEqual([]);
  });
});
