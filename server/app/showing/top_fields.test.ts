import { mergeTopFields } from './top_fields';

describe('mergeTopFields', () => {
  const counts = (field: string, values: Record<string, number>) => ({
    field,
    counts: new Map(Object.entries(values)),
  });

  it('puts the change that is least likely by chance first, fields and values alike', () => {
    const today = [
      counts('host', { web1: 3, syslog01: 40 }),
      counts('src_ip', { '203.0.113.7': 33 }),
    ];
    const training = [
      counts('host', { web1: 16, syslog01: 18 }),
      counts('src_ip', { '10.0.4.12': 22 }),
    ];
    expect(mergeTopFields(today, training, 4, 10)).toEqual([
      {
        field: 'src_ip',
        different: { count: 1, is_exact: true, not_seen: 1 },
        values: [
          { value: '203.0.113.7', today: 33, usual: 0 },
          { value: '10.0.4.12', today: 0, usual: 5.5 },
        ],
      },
      {
        field: 'host',
        different: { count: 2, is_exact: true, not_seen: 0 },
        values: [
          { value: 'syslog01', today: 40, usual: 4.5 },
          { value: 'web1', today: 3, usual: 4 },
        ],
      },
    ]);
  });

  it('puts fields last that have one value, or another in each event', () => {
    const pids = counts('pid', { '11086': 1, '12219': 1, '13333': 1, '14001': 1 });
    const today = [counts('host', { x: 5 }), pids, counts('user', { ana: 1, boris: 1 })];
    const merged = mergeTopFields(today, [counts('host', { x: 9 })], 1, 10);
    expect(merged.map(({ field }) => field)).toEqual(['user', 'pid', 'host']);
  });

  it('adds up what several groups of indices have, and takes names for what they are', () => {
    const today = [
      counts('__proto__', { constructor: 2 }),
      counts('__proto__', { constructor: 3, a: 1 }),
    ];
    expect(mergeTopFields(today, [], 0, 10)).toEqual([
      {
        field: '__proto__',
        different: { count: 2, is_exact: true, not_seen: 2 },
        values: [
          { value: 'constructor', today: 5, usual: 0 },
          { value: 'a', today: 1, usual: 0 },
        ],
      },
    ]);
  });

  it('counts all different values, those that no training day has, and not more than is known', () => {
    const pids = Object.fromEntries(Array.from({ length: 48 }, (_, index) => [String(index), 1]));
    const [all] = mergeTopFields([counts('pid', pids)], [counts('pid', { 7: 2, 99: 3 })], 4, 10);
    expect(all?.different).toEqual({ count: 48, is_exact: true, not_seen: 47 });
    expect(all?.values).toHaveLength(10);
    const [some] = mergeTopFields([{ ...counts('pid', pids), different: 1234 }], [], 4, 10);
    expect(some?.different).toEqual({ count: 1234, is_exact: false, not_seen: null });
  });
});
