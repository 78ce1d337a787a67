import { fieldFact, hasTable } from './field_facts';

const different = (count: number, notSeen: number | null = 0) => ({
  count,
  is_exact: notSeen !== null,
  not_seen: notSeen,
});
const value = (name: string, today: number, usual: number) => ({ value: name, today, usual });

describe('a field that needs no table', () => {
  it('is named if all events have one value', () => {
    const host = { field: 'host.name', different: different(1), values: [value('files1', 37, 3)] };
    expect(hasTable(host)).toBe(false);
    expect(fieldFact(host, 37, '31 days')).toMatch(/: all 37 events have files1$/);
    const one = { ...host, values: [value('files1', 1, 0)] };
    expect(fieldFact(one, 1, '31 days')).toMatch(/: the event has files1$/);
    expect(fieldFact(host, 40, '31 days')).toMatch(/: 37 of the events have files1$/);
  });

  it('is counted if nearly each event has a value of its own', () => {
    const values = Array.from({ length: 9 }, (_, index) =>
      value(`10.0.0.${index}`, 1, index === 0 ? 0.1 : 0),
    );
    const address = { field: 'source.ip', different: different(9, 8), values };
    expect(hasTable(address)).toBe(false);
    expect(fieldFact(address, 10, '31 days')).toMatch(
      /: 9 different values in 10 events, 8 of them not seen in the same hour of 31 days$/,
    );
    const two = {
      field: 'x',
      different: different(2),
      values: [value('a', 9, 1), value('b', 1, 1)],
    };
    expect(hasTable(two)).toBe(true);
  });

  it('has the number of all values, not of those that are listed', () => {
    const values = Array.from({ length: 10 }, (_, index) => value(String(index), 1, 0));
    const pid = { field: 'pid', different: different(48, 48), values };
    expect(fieldFact(pid, 48, '30 days')).toBe(
      'pid: 48 different values in 48 events, 48 of them not seen in the same hour of 30 days',
    );
    const many = { ...pid, different: different(1234, null) };
    expect(fieldFact(many, 1300, '30 days')).toBe(
      'pid: about 1,200 different values in 1,300 events',
    );
  });
});
