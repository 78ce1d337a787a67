import fc from 'fast-check';
import { createLocalClock, localToUtc } from './local_to_utc';

const utc = (text: string): number => Date.parse(`${text}Z`);
const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 19);

describe('localToUtc', () => {
  it.each([
    ['winter', '2015-01-15T12:00:00', 'America/Toronto', '2015-01-15T17:00:00'],
    ['summer', '2015-07-15T12:00:00', 'America/Toronto', '2015-07-15T16:00:00'],
    ['a half-hour zone', '2015-07-15T12:00:00', 'Asia/Kolkata', '2015-07-15T06:30:00'],
    ['far ahead of Greenwich', '2015-07-15T00:30:00', 'Pacific/Kiritimati', '2015-07-14T10:30:00'],
    ['UTC', '2015-07-15T12:00:00', 'UTC', '2015-07-15T12:00:00'],
    [
      'the second before the clock is put forward',
      '2015-03-08T01:59:59',
      'America/Toronto',
      '2015-03-08T06:59:59',
    ],
    [
      'the second after the clock is put forward',
      '2015-03-08T03:00:00',
      'America/Toronto',
      '2015-03-08T07:00:00',
    ],
    [
      'the second after the clock is put back',
      '2015-11-01T02:00:00',
      'America/Toronto',
      '2015-11-01T07:00:00',
    ],
  ])('reads %s', (_, local, zone, expected) => {
    expect(iso(localToUtc(utc(local), zone))).toBe(expected);
  });

  it('reads a skipped time with the offset that held before', () => {
    expect(iso(localToUtc(utc('2015-03-08T02:30:00'), 'America/Toronto'))).toBe(
      '2015-03-08T07:30:00',
    );
    expect(iso(localToUtc(utc('2015-10-04T02:10:00'), 'Australia/Lord_Howe'))).toBe(
      '2015-10-03T15:40:00',
    );
  });

  it('reads a doubled time as its first occurrence', () => {
    expect(iso(localToUtc(utc('2015-11-01T01:30:00'), 'America/Toronto'))).toBe(
      '2015-11-01T05:30:00',
    );
    expect(iso(localToUtc(utc('2015-04-05T01:45:00'), 'Australia/Lord_Howe'))).toBe(
      '2015-04-04T14:45:00',
    );
  });

  it('throws for a zone that does not exist', () => {
    expect(() => localToUtc(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('createLocalClock', () => {
  const zones = ['America/Toronto', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin', 'UTC'];

  it('agrees with localToUtc at any time and in any order', () => {
    const clocks = zones.map((zone) => ({ zone, clock: createLocalClock(zone) }));
    fc.assert(
      fc.property(
        fc.constantFrom(...clocks),
        fc.integer({ min: utc('2014-01-01T00:00:00'), max: utc('2026-12-31T00:00:00') }),
        ({ zone, clock }, wallClock) => {
          expect(clock(wallClock)).toBe(localToUtc(wallClock, zone));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['2015-03-08', '2015-11-01', '2015-04-05', '2015-10-04'])(
    'agrees with localToUtc in every minute of %s, when clocks change',
    (day) => {
      for (const zone of zones) {
        const clock = createLocalClock(zone);
        for (let minute = 0; minute < 24 * 60; minute += 1) {
          const wallClock = utc(`${day}T00:00:00`) + minute * 60_000;
          expect([minute, clock(wallClock)]).toEqual([minute, localToUtc(wallClock, zone)]);
        }
      }
    },
    20_000,
  );
});
