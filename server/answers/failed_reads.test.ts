import { setImmediate } from 'node:timers/promises';
import { parseSettings } from '../../common/settings';
import { readAhead } from './ahead/read_ahead';
import { findingsOfDay } from './findings_of_day';
import { fetchRowMarks } from './marked_rows';
import { readDay } from './read_day';
import type { Reader } from './reader';
import { seriesOfDay } from './series_of_day';

const { signal } = new AbortController();
const DAY = '2026-11-20';
const now = new Date('2026-11-21T06:00Z');
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
const { settings } = parsed;

/** A reader whose first read fails while the others are under way. */
function failingReader() {
  let [begun, ended] = [0, 0];
  const read = async (): Promise<unknown> => {
    begun += 1;
    const isFirst = begun === 1;
    for (let turn = 0; turn < (isFirst ? 1 : 5); turn += 1) await setImmediate();
    ended += 1;
    if (isFirst) throw new Error('socket hang up');
    return [];
  };
  const parts = { user: null, scope: 'default' };
  const reader = new Proxy({} as Reader, {
    get: (_target, name) => (name in parts ? parts[name as keyof typeof parts] : read),
  });
  return { reader, reads: () => ({ begun, under_way: begun - ended }) };
}

describe('reads at the same time, one of which fails', () => {
  it.each<[string, (reader: Reader) => Promise<unknown>]>([
    ['a day', (reader) => readDay(reader, settings, DAY, signal)],
    ['the series of a day', (reader) => seriesOfDay(reader, { settings, day: DAY, now }, signal)],
    [
      'the findings of a day',
      (reader) => findingsOfDay(reader, { settings, day: DAY, now }, signal),
    ],
    ['what is read ahead', (reader) => readAhead(reader, settings, DAY, signal)],
    ['the marks', (reader) => fetchRowMarks(reader, signal)],
  ])('are all over when the failure is thrown: %s', async (_what, ask) => {
    const { reader, reads } = failingReader();
    await expect(ask(reader)).rejects.toThrow('socket hang up');
    expect(reads().begun).toBeGreaterThan(1);
    expect(reads().under_way).toBe(0);
  });
});
