import { localDay } from '../../../common/time/local_day';
import { fakePorts, logsOn, runCount } from '../../../test/fixtures/counts_fake_ports';
import { countsDay } from '../../../test/fixtures/counts_source';
import {
  type ClosedIndex,
  closedIndices,
  type ClosedIndices,
  closedOn,
  closedWords,
} from './closed_indices';
import type { CountingPorts } from './counting_ports';

const NOW = new Date('2026-11-21T06:00Z');
const DAY = '2026-11-20';

const closed = (name: string, since?: string) =>
  closedIndices(
    [name],
    [name, 'logs-2026.11.18', 'logs-2026.11.19'],
    new Map(since === undefined ? [] : [[name, new Date(since)]]),
    NOW,
  );
const isOn = (name: string, day: string, zone = 'UTC', since?: string): boolean =>
  closedOn(closed(name, since), localDay(day, zone)).length > 0;

describe('closedOn', () => {
  it('takes an index without a date to hold any day until it was first found closed', () => {
    expect(isOn('fw-old', '2025-11-20')).toBe(true);
    expect(isOn('fw-old', DAY)).toBe(true);
    expect(isOn('fw-old', '2026-11-21')).toBe(true);
    expect(isOn('fw-old', '2026-11-22')).toBe(false);
    expect(isOn('fw-old', DAY, 'UTC', '2026-11-19T23:59:59Z')).toBe(false);
    expect(isOn('fw-old', '2026-11-19', 'UTC', '2026-11-19T23:59:59Z')).toBe(true);
  });

  it('takes one with a date to hold that day by UTC and by the clock of the place', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'];
    const on = (zone: string) => days.filter((day) => isOn('fw-2026.11', day, zone, '2027-01-01'));
    expect(on('UTC')).toEqual(['2026-11-01', '2026-11-30']);
    expect(on('Europe/Vienna')).toEqual(['2026-11-01', '2026-11-30', '2026-12-01']);
    expect(on('America/New_York')).toEqual(['2026-10-31', '2026-11-01', '2026-11-30']);
  });

  it('leaves the days of this year alone where an index of a year ago is closed', () => {
    expect(isOn('fw-2025.11.20', DAY)).toBe(false);
  });
});

describe('closedWords', () => {
  it('names the indices, three of many, and says what to do', () => {
    expect(closedWords(['fw-1'])).toBe(
      'fw-1 is closed and was not counted: open it, or leave it out of the source',
    );
    expect(closedWords(['a', 'b', 'c', 'd'])).toBe(
      'a, b, c and 1 more are closed and were not counted: open them, or leave them out of the source',
    );
  });
});

/** A list of closed indices. @param all also the open ones; the closed ones if there are no others */
const listing = (
  indices: readonly ClosedIndex[],
  all: readonly string[] = indices.map(({ name }) => name),
): ClosedIndices => ({ indices, all, is_changed: true });

describe('countHours with closed indices', () => {
  const isClosed = (name: string, parts: Partial<CountingPorts> = {}): Partial<CountingPorts> => ({
    closedIndices: () => Promise.resolve({ state: 'known', value: listing(closed(name)) }),
    ...parts,
  });

  it('does not know a day that a closed index may hold, nor keeps it, and names the index', async () => {
    const days = [DAY, '2026-11-19', '2026-11-18', '2026-11-17'];
    const setup = fakePorts(logsOn(days), isClosed('logs-2026.11.19'));
    const result = await runCount(setup, { days: 2 });
    const reason = closedWords(['logs-2026.11.19']);
    expect(result.training[0]).toEqual({
      state: 'unknown',
      day: '2026-11-19',
      reason,
      closed: ['logs-2026.11.19'],
    });
    expect([...setup.store.keys()]).toEqual([DAY, '2026-11-18']);
    expect(result.notes).toEqual([
      `1 training day unknown (2026-11-19), ${reason}`,
      'no series is called new, because closed indices may hold training days',
    ]);
  });

  it('does not take a day for absent whose only index is closed', async () => {
    const setup = fakePorts(logsOn([]), isClosed('logs-2026.11.20'));
    const { tested } = await runCount(setup, { days: 0 });
    expect(tested).toMatchObject({ state: 'unknown', closed: ['logs-2026.11.20'] });
    expect(tested).not.toHaveProperty('is_absent');
  });

  it('counts an index as closed that was closed or opened while its days were looked up', async () => {
    const lists = [...closed('logs-2026.11.19'), ...closed('logs-2026.11.18')];
    const setup = fakePorts(logsOn([DAY, '2026-11-19', '2026-11-18']), {
      closedIndices: () => {
        const value = listing(lists.splice(0, 1), ['logs-2026.11.19', 'logs-2026.11.18']);
        return Promise.resolve({ state: 'known', value });
      },
      closedNames: () => Promise.resolve({ state: 'known', value: ['logs-2026.11.18'] }),
    });
    const { tested, training } = await runCount(setup, { days: 2 });
    expect(tested.state).toBe('known');
    expect(training).toMatchObject([
      { state: 'unknown', closed: ['logs-2026.11.19'] },
      { state: 'unknown', closed: ['logs-2026.11.18'] },
    ]);
  });

  it.each([
    ['alone', []],
    ['while another one was closed', ['logs-2026.11.18']],
  ])('knows of an index that was closed and then deleted that it is gone: %s', async (_, now) => {
    const noted: string[][] = [];
    const lists = [closed('logs-2026.11.19'), now.flatMap((name) => closed(name))];
    const setup = fakePorts(logsOn([DAY, '2026-11-19', '2026-11-18']), {
      closedIndices: () =>
        Promise.resolve({ state: 'known', value: listing(lists.splice(0, 1).flat()) }),
      closedNames: () => Promise.resolve({ state: 'known', value: now }),
      keepClosed: (_source, indices) => {
        noted.push(indices.map(({ name }) => name));
        return Promise.resolve(null);
      },
    });
    const { training } = await runCount(setup, { days: 2 });
    const other = now.length > 0 ? { state: 'unknown', closed: now } : { state: 'known' };
    expect(training).toMatchObject([{ state: 'known' }, other]);
    expect([lists, noted]).toEqual([[], [now]]);
  });

  it('uses what was kept before the index was closed, however much other indices have', async () => {
    const kept = new Map([[DAY, countsDay({ documents: 5 })]]);
    const setup = fakePorts(logsOn([DAY]), isClosed('logs-old'), kept);
    const { tested } = await runCount(setup, { days: 0 });
    expect(tested).toMatchObject({ origin: 'kept', counts: { documents: 5 } });
    expect(setup.counted).toEqual([]);
  });

  it('stores what is closed if that is new, and says why it cannot', async () => {
    const noted: string[] = [];
    const keepClosed: CountingPorts['keepClosed'] = (_source, indices) => {
      noted.push(...indices.map(({ name }) => name));
      return Promise.resolve('closed indices cannot be recorded: read only');
    };
    const setup = fakePorts(logsOn([DAY]), isClosed('logs-2025.01.01', { keepClosed }));
    const { notes } = await runCount(setup, { days: 0 });
    expect(noted).toEqual(['logs-2025.01.01']);
    expect(notes).toEqual(['closed indices cannot be recorded: read only']);
  });

  it('says where it may not be read, then keeps nothing and takes nothing for absent', async () => {
    const closedIndicesRefused: Partial<CountingPorts> = {
      closedIndices: () => Promise.resolve({ state: 'unknown', reason: 'not allowed' }),
    };
    const setup = fakePorts(logsOn([DAY]), closedIndicesRefused);
    const { notes } = await runCount(setup, { days: 0 });
    expect(notes).toEqual([
      'it is unknown whether indices are closed, so no counts are kept: not allowed',
    ]);
    expect(setup.store.size).toBe(0);
    const nothing = await runCount(fakePorts(logsOn([]), closedIndicesRefused), { days: 0 });
    expect(nothing.tested).not.toHaveProperty('is_absent');
  });
});
