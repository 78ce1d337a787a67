import { fakePorts, GROUP, logsOn } from '../../../test/fixtures/counts_fake_ports';
import { countsSource } from '../../../test/fixtures/counts_source';
import { settingsSchema } from '../../../common/settings/settings';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import { NO_DECISIONS } from '../deciding/decisions';
import { lookAtSilence } from './look_at_silence';
import type { SilencePorts } from './silence_ports';

const { signal } = new AbortController();
const DAY: Day = '2026-03-02';
const AT = new Date('2026-03-03T00:00:00Z');
const trouble = {
  state: 'unknown',
  reason: 'index [red-1] has no active shard copy',
  is_passing: true,
} as const;

/**
 * Looks at sources of indices of their own.
 *
 * @param isRed whether the indices cannot be searched when they are asked for so many times, from 1
 * @param unread a day that cannot be counted
 */
async function look(
  ids: readonly string[],
  isRed: (index: string, times: number) => boolean,
  unread?: Day,
) {
  const asked = new Map<string, number>();
  const waits: number[] = [];
  const logs = logsOn([DAY, ...daysBefore(addDays(DAY, 1), 40)]);
  const { ports: readable } = fakePorts(logs);
  const counting = fakePorts(logs, {
    countDay: (source, group, day, ...others) =>
      day.day === unread
        ? Promise.resolve({ ...trouble, searches: 1 })
        : readable.countDay(source, group, day, ...others),
    indexGroups: ({ index }) => {
      const times = (asked.get(index) ?? 0) + 1;
      asked.set(index, times);
      return Promise.resolve(
        isRed(index, times) ? trouble : { state: 'known', value: [{ ...GROUP, index }] },
      );
    },
  }).ports;
  const ports: SilencePorts = {
    counting,
    // Nothing but the sources is counted.
    hostFields: () => Promise.resolve({ state: 'known', value: new Map() }),
    hoursWithout: () => Promise.resolve({ state: 'known', value: Array<number>(24).fill(0) }),
    lastEvents: () => Promise.resolve({ state: 'known', value: new Map() }),
    marks: () => Promise.resolve([]),
    decisions: () => Promise.resolve(NO_DECISIONS),
    stored: () => Promise.resolve([]),
    earlier: () => Promise.resolve([]),
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const sources = ids.map((id) => countsSource({ id, index: `${id}-*` }));
  const settings = { ...settingsSchema.parse({}), zone: 'UTC', sources };
  const request = { scope: 'default', settings, at: AT, now: AT };
  return { found: await lookAtSilence(request, ports, signal), asked, waits };
}

describe('a look that meets indices that cannot be searched yet', () => {
  it('asks for these alone again after a second, and is whole where they can be', async () => {
    const { found, asked, waits } = await look(
      ['web', 'red', 'mail'],
      (index, times) => index === 'red-*' && times === 1,
    );
    expect(found).toMatchObject({ is_troubled: false, unwatched: [], not_known: null });
    expect(found.watched.sources).toBe(3);
    expect(waits).toEqual([1_000]);
    expect(Object.fromEntries(asked)).toEqual({ 'web-*': 1, 'red-*': 2, 'mail-*': 1 });
  });

  it('waits a second in all where they stay so, however many sources there are', async () => {
    const ids = Array.from({ length: 10 }, (_, at) => `red${at}`);
    const { found, asked, waits } = await look(ids, () => true);
    expect(found).toMatchObject({ is_troubled: true });
    expect(waits).toEqual([1_000]);
    expect([...asked.values()]).toEqual(ids.map(() => 2));
  });

  it('keeps what it knows of a source that cannot be searched at all a second later', async () => {
    const isRed = (_: string, times: number): boolean => times === 2;
    const { found, asked } = await look(['web'], isRed, '2026-02-20');
    expect([...asked.values()]).toEqual([2]);
    expect(found).toMatchObject({ is_troubled: true, not_known: null });
    expect(JSON.stringify(found.unwatched)).toContain('its silence is assessed without some days');
  });
});
