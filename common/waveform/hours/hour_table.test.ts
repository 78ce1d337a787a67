import fc from 'fast-check';
import { HourTable } from './hour_table';
import { SeriesNames } from './series_names';

const hoursWith = (hour: number, events: number): number[] =>
  Array.from({ length: 24 }, (_, at) => (at === hour ? events : 0));

describe('HourTable', () => {
  it('adds events up by series and hour', () => {
    const table = new HourTable();
    table.add('5', 10, 20);
    table.add('__proto__', 15, 1);
    table.add('5', 10, 28);
    table.addHours('__proto__', hoursWith(15, 2));
    expect([...table]).toEqual([
      ['5', hoursWith(10, 48)],
      ['__proto__', hoursWith(15, 3)],
    ]);
  });

  it('has nothing of a series that was never added', () => {
    const table = new HourTable();
    expect([table.size, table.has('5'), table.get('5')]).toEqual([0, false, undefined]);
  });

  it('gives copies: writing to them changes nothing', () => {
    const table = new HourTable();
    table.add('5', 0, 1);
    table.get('5')?.fill(9);
    expect(table.get('5')).toEqual(hoursWith(0, 1));
  });

  it('reads a row in each line of memory that it may be in', () => {
    const table = new HourTable();
    table.addHours('4', hoursWith(3, 100));
    table.addHours(
      '5',
      Array.from({ length: 24 }, (_, hour) => hour),
    );
    expect([table.touch(0), table.touch(1)]).toEqual([0, 0 + 16 + 23]);
  });

  it('refuses more events than it can hold, and what is not a number', () => {
    const table = new HourTable();
    table.add('5', 0, 2 ** 32 - 1);
    expect(() => table.add('5', 0, 1)).toThrow(RangeError);
    expect(() => table.add('5', 1, NaN)).toThrow(RangeError);
  });

  it('takes half the memory until an hour has more than 65,535 events, and loses none', () => {
    const table = new HourTable(1);
    table.add('a', 0, 2 ** 16 - 1);
    table.add('b', 1, 7);
    table.trim();
    expect(table.share().events.byteLength).toBe(2 * 24 * 2);
    table.add('a', 0, 1);
    table.add('c', 2, 2 ** 32 - 1);
    table.trim();
    expect(table.share().events.byteLength).toBe(3 * 24 * 4);
    const shared = HourTable.ofShared(table.share(), table.names);
    for (const one of [table, shared]) {
      expect([one.get('a')?.[0], one.get('b')?.[1], one.get('c')?.[2]]).toEqual([
        2 ** 16,
        7,
        2 ** 32 - 1,
      ]);
    }
  });

  it('agrees with a map of arrays, whatever its capacity, trimmed or not', () => {
    const additions = fc.array(
      fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 23 }), fc.nat(100_000)),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(additions, fc.nat(20), fc.boolean(), (all, capacity, isTrimmed) => {
        const table = new HourTable(capacity);
        const map = new Map<string, number[]>();
        for (const [subtype, hour, events] of all) {
          table.add(subtype, hour, events);
          if (isTrimmed) table.trim();
          const hours = map.get(subtype) ?? hoursWith(0, 0);
          hours[hour] = (hours[hour] ?? 0) + events;
          map.set(subtype, hours);
        }
        const visited = new Map<string, readonly number[]>();
        table.forEach((hours, subtype) => visited.set(subtype, hours));
        expect(new Map(table)).toEqual(map);
        expect(visited).toEqual(map);
        expect([...table.keys()]).toEqual([...map.keys()]);
        expect([...table.values()]).toEqual([...map.values()]);
        expect(table.size).toBe(map.size);
        for (const [subtype, hours] of map) expect(table.get(subtype)).toEqual(hours);
        const totals = [...map.values()].reduce(
          (sums, hours) => sums.map((sum, hour) => sum + (hours[hour] ?? 0)),
          hoursWith(0, 0),
        );
        expect(table.totals()).toEqual(totals);
      }),
    );
  });
});

describe('tables that share their names', () => {
  it('have each their own series, in their own order', () => {
    const names = new SeriesNames();
    const [first, second] = [new HourTable(1, names), new HourTable(1, names)];
    for (const name of ['b', 'a', 'c']) first.add(name, 3, 1);
    for (const name of ['c', 'd', 'a']) second.add(name, 5, 2);
    first.trim();
    second.trim();
    expect([[...first.keys()], [...second.keys()]]).toEqual([
      ['b', 'a', 'c'],
      ['c', 'd', 'a'],
    ]);
    expect([first.has('d'), second.has('b'), second.get('b')]).toEqual([false, false, undefined]);
    expect([first.size, second.size]).toEqual([3, 3]);
    expect([first.get('a')?.[3], second.get('a')?.[3], second.get('a')?.[5]]).toEqual([1, 0, 2]);
    first.add('d', 0, 7);
    expect([first.get('d')?.[0], second.get('d')?.[5], first.totals()[3]]).toEqual([7, 2, 3]);
  });
});
