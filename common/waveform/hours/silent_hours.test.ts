import { silentHours } from './silent_hours';

const flat = (count: number): number[] => Array<number>(24).fill(count);
const at = (hours: Readonly<Record<number, number | null>>, rest: number): (number | null)[] =>
  flat(rest).map((count, hour) => (hour in hours ? (hours[hour] ?? null) : count));

describe('silentHours', () => {
  it('names the hours without an event where events are sure', () => {
    expect(silentHours(at({ 9: 0, 10: 0 }, 40), [flat(40), flat(12), flat(9)])).toEqual([9, 10]);
  });

  it('is silent itself where an empty hour has happened before', () => {
    expect(silentHours(flat(0), [flat(40), flat(40), at({ 3: 0 }, 40)])).not.toContain(3);
  });

  it('does not call a rare source silent', () => {
    expect(silentHours(flat(0), [flat(4), flat(5), flat(6)])).toEqual([]);
  });

  it('wants three days, hours that are not known left out', () => {
    const others = [flat(40), flat(40), at({ 9: null }, 40)];
    expect(silentHours(at({ 8: 0, 9: 0 }, 40), others)).toEqual([8]);
    expect(silentHours(flat(0), others.slice(0, 2))).toEqual([]);
  });

  it('leaves hours of the tested day alone that are not known', () => {
    expect(silentHours(at({ 9: null }, 5), [flat(40), flat(40), flat(40)])).toEqual([]);
  });
});
