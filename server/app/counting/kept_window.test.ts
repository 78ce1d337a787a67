import { addDays, daysBefore, type Day } from '../../../common/time/day';
import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import type { ClosedPorts } from './hidden_days';
import type { KeptPorts } from './kept_source';
import { KeptWindow } from './kept_window';

const { signal } = new AbortController();
const TO = '2026-11-20';
const BEFORE = 10;

/** A source of which every day is kept, and the days that were asked for. */
function setUp(parts: Partial<KeptPorts & ClosedPorts> = {}) {
  const asked: Day[][] = [];
  const ports: KeptPorts & ClosedPorts = {
    closedIndices: () =>
      Promise.resolve({ state: 'known', value: { indices: [], all: [], is_changed: false } }),
    missingRights: () => Promise.resolve([]),
    readKept: (_source, _zone, days) => {
      asked.push([...days]);
      return Promise.resolve({
        days: new Map(days.map((day) => [day, countsDay({ day })])),
        problem: null,
      });
    },
    ...parts,
  };
  return { asked, window: new KeptWindow(countsSource(), 'UTC', ports) };
}

describe('KeptWindow', () => {
  it('has a day and those before it, and forgets later ones', async () => {
    const { window } = setUp();
    await window.around(TO, BEFORE, signal);
    const { days } = await window.around(addDays(TO, -3), BEFORE, signal);
    for (const day of [addDays(TO, -3), ...daysBefore(addDays(TO, -3), BEFORE)]) {
      expect(days.get(day)?.day).toBe(day);
    }
    expect(days.has(addDays(TO, -2))).toBe(false);
  });

  it('reads each day once, several at a time, and none long before it is needed', async () => {
    const { asked, window } = setUp();
    for (const day of daysBefore(addDays(TO, 1), 20)) await window.around(day, BEFORE, signal);
    const all = asked.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(asked.length).toBeLessThan(5);
    expect(asked[0]?.length).toBeLessThan(2 * BEFORE);
  });

  it('says why nothing may be used', async () => {
    const { window } = setUp({ missingRights: () => Promise.resolve(['you lack read on logs-*']) });
    const { days, problem } = await window.around(TO, BEFORE, signal);
    expect([days.size, problem]).toEqual([0, 'you lack read on logs-*']);
  });
});
