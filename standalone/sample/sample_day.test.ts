import { addDays } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import { parsedSampleDay, sampleSeries } from '../../test/fixtures/sample_series';
import { talkDay } from '../../test/fixtures/talk_day';
import { sampleDayRecords } from './sample_day';

const asked = { lastDay: '2026-11-18', zone: 'Europe/Vienna', seed: 1 };
const at = (counts: readonly number[] | undefined, hours: readonly number[]): number[] =>
  hours.map((hour) => counts?.[hour] ?? 0);
const total = (counts: readonly number[] | undefined): number =>
  (counts ?? []).reduce((sum, count) => sum + count, 0);

describe('sampleDayRecords', () => {
  it('gives the same records for the same day, zone and seed, and others for another seed', () => {
    const records = (seed: number): string =>
      JSON.stringify([...sampleDayRecords('2026-11-18', 3, 'Asia/Kolkata', seed)]);
    expect(records(5)).toBe(records(5));
    expect(records(5)).not.toBe(records(6));
  });

  it('writes nothing that our own parsers cannot read', () => {
    const { records, failures } = parsedSampleDay(asked);
    expect(failures).toEqual([]);
    expect(records.length).toBeGreaterThan(4000);
  });

  it.each([
    ['2026-03-29', 'Europe/Vienna'],
    ['2026-10-25', 'Europe/Vienna'],
    ['2026-10-04', 'Australia/Lord_Howe'],
    ['2026-04-05', 'Australia/Lord_Howe'],
    ['2026-02-28', 'Asia/Kolkata'],
    ['2027-01-01', 'Pacific/Kiritimati'],
  ])('keeps to the day %s of %s, in which clocks may change', (lastDay, zone) => {
    const { records, failures } = parsedSampleDay({ lastDay, zone, seed: 2 });
    const { from, to } = localDay(lastDay, zone);
    expect(failures).toEqual([]);
    expect(records.filter(({ instant }) => instant < from - 999 || instant >= to)).toEqual([]);
  });

  it('has about forty series, all of which were there before but the new signature', () => {
    const today = sampleSeries(asked);
    const before = new Set<string>();
    for (let age = 1; age <= 8; age += 1) {
      for (const series of sampleSeries(asked, age).keys()) before.add(series);
    }
    expect(before.size).toBeGreaterThanOrEqual(40);
    expect(before.size).toBeLessThanOrEqual(50);
    expect([...today.keys()].filter((series) => !before.has(series))).toEqual(['suricata 2210044']);
  });

  it('follows the calendar: office hours are quiet on weekends, weekly jobs keep their weekday', () => {
    const friday = sampleSeries(asked, 5);
    const saturday = sampleSeries(asked, 4);
    const sunday = sampleSeries(asked, 3);
    expect(total(friday.get('syslog_program nginx'))).toBeGreaterThan(
      2 * total(sunday.get('syslog_program nginx')),
    );
    expect(saturday.has('syslog_program logrotate')).toBe(false);
    expect(at(sunday.get('syslog_program logrotate'), [6])[0]).toBeGreaterThan(15);
  });
});

describe('the last day of the sample', () => {
  const today = sampleSeries(asked);
  const weekBefore = sampleSeries(asked, 7);

  it("has the talk's own day in severity 5", () => {
    expect(today.get('syslog 5')).toEqual(talkDay);
  });

  it('has signature 2210044 at 06:00 and 21:00 only', () => {
    const counts = today.get('suricata 2210044');
    expect(at(counts, [6, 21])).toEqual([4, 6]);
    expect(total(counts)).toBe(10);
  });

  it('has a burst of failed SSH logins at 09:00 that does not land in severity 5', () => {
    const counts = today.get('syslog_program sshd');
    expect(at(counts, [9])[0]).toBeGreaterThanOrEqual(70);
    expect(Math.max(...at(counts, [7, 8, 10, 11]))).toBeLessThan(30);
    expect(today.get('syslog 5')?.[9]).toBe(9);
  });

  it('has a mail daemon that falls silent at 14:00, though its events are sure', () => {
    const evening = [14, 15, 16, 17, 18, 19, 20, 21, 22, 23];
    expect(at(today.get('postfix bounce'), evening)).toEqual(evening.map(() => 0));
    expect(Math.min(...at(weekBefore.get('postfix bounce'), evening))).toBeGreaterThan(3);
    expect(Math.min(...at(today.get('postfix bounce'), [10, 11, 12, 13]))).toBeGreaterThan(3);
  });

  it('has a fifth of severity 6 from 13:00 to 15:00', () => {
    const share =
      total(at(today.get('syslog 6'), [13, 14])) / total(at(weekBefore.get('syslog 6'), [13, 14]));
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.3);
  });

  it('has the nightly job three hours late', () => {
    const late = at(today.get('ossec 550'), [4, 7]);
    const usual = at(weekBefore.get('ossec 550'), [4, 7]);
    expect([late[0], usual[1]]).toEqual([0, 0]);
    expect(Math.min(late[1] ?? 0, usual[0] ?? 0)).toBeGreaterThan(20);
  });

  it('leaves all other series as they are drawn on any day', () => {
    const next = { ...asked, lastDay: addDays(asked.lastDay, 1) };
    const asTraining = sampleSeries(next, 1);
    const changed = [...today.keys()].filter(
      (key) => JSON.stringify(today.get(key)) !== JSON.stringify(asTraining.get(key)),
    );
    expect(changed.sort()).toEqual([
      'ossec 550',
      'postfix bounce',
      'suricata 2210044',
      'syslog 5',
      'syslog 6',
      'syslog_program dhclient',
      'syslog_program sshd',
      'syslog_program sudo',
      'syslog_program webapp',
    ]);
  });
});
