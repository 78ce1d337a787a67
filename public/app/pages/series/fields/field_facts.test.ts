import { fieldFact, hasTable } from './field_facts';

const value = (name: string, today: number, usual: number) => ({ value: name, today, usual });

describe('a field that needs no table', () => {
  it('is named if all events have one value', () => {
    const host = { field: 'host.name', values: [value('files1', 37, 3)] };
    expect(hasTable(host)).toBe(false);
    expect(fieldFact(host, 37, '31 days')).toMatch(/: all 37 events have files1$/);
    expect(fieldFact(host, 40, '31 days')).toMatch(/: 37 of the events have files1$/);
  });

  it('is counted if nearly each event has a value of its own', () => {
    const values = Array.from({ length: 9 }, (_, index) =>
      value(`10.0.0.${index}`, 1, index === 0 ? 0.1 : 0),
    );
    const address = { field: 'source.ip', values };
    expect(hasTable(address)).toBe(false);
    expect(fieldFact(address, 10, '31 days')).toMatch(
      /: 9 different values in 10 events, 8 of them not seen in the same hour of 31 days$/,
    );
    expect(hasTable({ field: 'x', values: [value('a', 9, 1), value('b', 1, 1)] })).toBe(true);
  });
});
