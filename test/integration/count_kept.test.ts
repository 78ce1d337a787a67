import { addDays, daysBefore, type Day } from '../../common/time/day';
import { countsRunner, countsOf, events, rowsOf, type RunParts } from '../fixtures/counts_runner';
import { hoursWith } from '../fixtures/counts_source';

const { logs, newScope, run, searchesSent, start, stop } = countsRunner();

beforeAll(start);
afterAll(stop);

describe('kept counts', () => {
  const days = 31;
  const yesterday = '2026-11-23';
  const allDays = [yesterday, ...daysBefore(yesterday, days)];
  const indexOf = (prefix: string, day: Day): string => `${prefix}${day.replaceAll('-', '.')}`;

  async function addDaily(prefix: string, someDays: readonly Day[]): Promise<void> {
    for (const day of someDays) {
      await logs.add(indexOf(prefix, day), events(`${day}T10:00:00Z`, '5', 3));
    }
  }

  it('counts one new day the next day, not 32', async () => {
    const tomorrow = addDays(yesterday, 1);
    await addDaily('counts-it-next-', [...allDays, tomorrow]);
    const scope = newScope();
    searchesSent();
    const first = await run('counts-it-next-*', { scope, day: yesterday, days });
    // Documents of the days, one day alone, and the other 31 in three searches.
    expect([first.searches, searchesSent()]).toEqual([5, 5]);
    for (const counted of [first.tested, ...first.training]) {
      expect(rowsOf(counted)).toEqual([['5', hoursWith({ 10: 3 })]]);
      expect(countsOf(counted)).toMatchObject({ documents: 3, without_subtype: 0 });
    }
    searchesSent();
    const now = new Date('2026-11-25T06:00Z');
    const second = await run('counts-it-next-*', { scope, day: tomorrow, days, now });
    expect([second.searches, searchesSent()]).toEqual([2, 2]);
    expect(second.tested).toMatchObject({ origin: 'counted' });
    expect(second.training.map((day) => day.state === 'known' && day.origin)).toEqual(
      Array(31).fill('kept'),
    );
    searchesSent();
    const third = await run('counts-it-next-*', { scope, day: tomorrow, days, now });
    expect([third.searches, searchesSent(), third.notes]).toEqual([1, 1, []]);
    expect(countsOf(third.tested)).toEqual(countsOf(second.tested));
  }, 60_000);

  it('counts a day again that grew, and uses older days when their indices are gone', async () => {
    await addDaily('counts-it-grow-', allDays);
    const scope = newScope();
    await run('counts-it-grow-*', { scope, day: yesterday, days });
    await logs.add(indexOf('counts-it-grow-', '2026-11-18'), [
      ...events('2026-11-18T11:00:00Z', '5', 2),
    ]);
    for (const day of allDays.slice(29)) await logs.remove(indexOf('counts-it-grow-', day));
    const result = await run('counts-it-grow-*', { scope, day: yesterday, days });
    expect(result.searches).toBe(2);
    expect(result.training[4]).toMatchObject({ state: 'known', origin: 'recounted' });
    expect(countsOf(result.training[4]).series.get('5')).toEqual(hoursWith({ 10: 3, 11: 2 }));
    expect(countsOf(result.training[30])).toMatchObject({ day: '2026-10-23', documents: 3 });
    expect(result.notes).toEqual([
      '2026-11-18 was counted again and has 2 documents more than before',
      '3 days from kept counts, logs expired (2026-10-23 to 2026-10-25)',
    ]);
    const again = await run('counts-it-grow-*', { scope, day: yesterday, days });
    expect([again.searches, again.notes.length]).toEqual([1, 1]);
  }, 60_000);

  it('are not used for a source that counts other documents, another zone or another scope', async () => {
    await logs.add('counts-it-owner', events('2026-11-20T10:00:00Z', '5', 3, { action: 'x' }));
    const scope = newScope();
    const origin = async (parts: RunParts) => {
      const { tested } = await run('counts-it-owner', { scope, ...parts });
      return tested.state === 'known' ? tested.origin : tested.reason;
    };
    expect(await origin({})).toBe('counted');
    expect(await origin({ source: { subtype_fields: ['action'] } })).toBe('counted');
    expect(await origin({ source: { filter: [] } })).toBe('counted');
    expect(await origin({ zone: 'Asia/Kolkata' })).toBe('counted');
    expect(await origin({ scope: newScope() })).toBe('counted');
    expect(await origin({ source: { name: 'Renamed' } })).toBe('kept');
  });

  it('are not made of a day that is not over', async () => {
    await logs.add('counts-it-open', events('2026-11-20T10:00:00Z', '5', 3));
    const scope = newScope();
    const now = new Date('2026-11-21T00:14:00Z');
    await run('counts-it-open', { scope, now });
    const { tested } = await run('counts-it-open', { scope });
    expect(tested).toMatchObject({ origin: 'counted' });
  });
});
