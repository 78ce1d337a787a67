import { MS_PER_HOUR } from '../../../common/time';
import type { Caller } from '../../../server/wiring/caller';
import { HostSchedule, type Analyzed } from './host_schedule';
import { OFF, type ScheduleState } from './schedule_state';
import type { ScheduleStore } from './schedule_store';

const { signal } = new AbortController();
const caller: Caller = {
  name: null,
  can: () => Promise.resolve(true),
  request: null,
  get client(): never {
    throw new Error('the schedule needs no client');
  },
};

/** A store in memory that several hosts share. */
class MemoryStore implements ScheduleStore {
  state: ScheduleState = OFF;
  private number = 0;
  isAway = false;

  read() {
    if (this.isAway) return Promise.reject(new Error('connect ECONNREFUSED'));
    return Promise.resolve({ state: this.state, version: String(this.number) });
  }

  write(state: ScheduleState, version: string | null) {
    if (version !== String(this.number)) return Promise.resolve(false);
    this.number += 1;
    this.state = state;
    return Promise.resolve(true);
  }
}

function setUp(analyze: (options: { tag: boolean }, signal: AbortSignal) => Promise<Analyzed>) {
  const store = new MemoryStore();
  let time = Date.parse('2026-11-24T06:00:00Z');
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (line: string) => warnings.push(line), error: () => {} };
  const now = (): Date => new Date(time);
  const describeError = (error: unknown): string => (error as Error).message;
  const make = () => new HostSchedule({ store, analyze, describeError, log, now });
  const pass = (milliseconds: number): void => void (time += milliseconds);
  return { store, make, pass, warnings };
}

const done: Analyzed = { outcome: 'done', words: '1 day analyzed' };

describe('HostSchedule', () => {
  it('does nothing until it is switched on', async () => {
    const analyze = jest.fn(() => Promise.resolve(done));
    const { make } = setUp(analyze);
    const schedule = make();
    await schedule.look();
    expect(analyze).not.toHaveBeenCalled();
    expect(await schedule.status(caller, signal)).toMatchObject({ enabled: false, next_run: null });
  });

  it('begins at once, then at its interval, and says what came of it', async () => {
    const analyze = jest.fn(() => Promise.resolve(done));
    const { make, pass } = setUp(analyze);
    const schedule = make();
    await schedule.enable(caller, { interval: '1h', tag: true }, signal);
    await schedule.look();
    pass(MS_PER_HOUR - 1);
    await schedule.look();
    expect(analyze).toHaveBeenCalledTimes(1);
    pass(1);
    await schedule.look();
    expect(analyze).toHaveBeenCalledTimes(2);
    expect(analyze).toHaveBeenLastCalledWith({ tag: true }, expect.anything());
    expect(await schedule.status(caller, signal)).toMatchObject({
      enabled: true,
      enabled_at: '2026-11-24T06:00:00.000Z',
      last_run: { at: '2026-11-24T07:00:00.000Z', ...done },
      next_run: '2026-11-24T08:00:00.000Z',
    });
  });

  it('continues after a restart', async () => {
    const analyze = jest.fn(() => Promise.resolve(done));
    const { make, pass } = setUp(analyze);
    await make().enable(caller, { interval: '30m', tag: false }, signal);
    const restarted = make();
    await restarted.look();
    expect(analyze).toHaveBeenCalledTimes(1);
    pass(MS_PER_HOUR / 2);
    await make().look();
    expect(analyze).toHaveBeenCalledTimes(2);
  });

  it('lets only one of two hosts begin', async () => {
    const analyze = jest.fn(() => Promise.resolve(done));
    const { make } = setUp(analyze);
    const [one, other] = [make(), make()];
    await one.enable(caller, { interval: '1h', tag: false }, signal);
    await Promise.all([one.look(), other.look()]);
    expect(analyze).toHaveBeenCalledTimes(1);
  });

  it('is stopped half way, and the next start begins with what was stopped', async () => {
    const analyze = jest.fn(
      (_: unknown, ended: AbortSignal) =>
        new Promise<Analyzed>((_resolve, reject) =>
          ended.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    const { make, store } = setUp(analyze);
    const schedule = make();
    await schedule.enable(caller, { interval: '1d', tag: false }, signal);
    const looking = schedule.look();
    while (analyze.mock.calls.length === 0) await Promise.resolve();
    await schedule.stop();
    await looking;
    expect(store.state).toMatchObject({ enabled: true, begun_at: null, last_run: null });
    void make().look();
    while (analyze.mock.calls.length === 1) await Promise.resolve();
    expect(analyze).toHaveBeenCalledTimes(2);
  });

  it('stops its work when it is switched off', async () => {
    const analyze = jest.fn(
      (_: unknown, ended: AbortSignal) =>
        new Promise<Analyzed>((_resolve, reject) =>
          ended.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    const { make } = setUp(analyze);
    const schedule = make();
    await schedule.enable(caller, { interval: '1d', tag: false }, signal);
    const looking = schedule.look();
    while (analyze.mock.calls.length === 0) await Promise.resolve();
    expect(await schedule.disable(caller, signal)).toMatchObject({
      enabled: false,
      enabled_at: null,
      next_run: null,
    });
    await looking;
    expect(await schedule.status(caller, signal)).toMatchObject({ enabled: false });
  });

  it('says why an analysis failed, and tries again at its time', async () => {
    const { make, store, pass } = setUp(() => Promise.reject(new Error('no connection')));
    const schedule = make();
    await schedule.enable(caller, { interval: '1h', tag: false }, signal);
    await schedule.look();
    expect(store.state.last_run).toMatchObject({ outcome: 'failed', words: 'no connection' });
    pass(MS_PER_HOUR);
    await schedule.look();
    expect(store.state.last_run?.at).toBe('2026-11-24T07:00:00.000Z');
  });

  it('waits where the store is away, and says so', async () => {
    const { make, store, warnings } = setUp(() => Promise.resolve(done));
    const schedule = make();
    await schedule.enable(caller, { interval: '1h', tag: false }, signal);
    store.isAway = true;
    await schedule.look();
    expect(warnings).toEqual(['the schedule cannot be read or written: connect ECONNREFUSED']);
    store.isAway = false;
    await schedule.look();
    expect(store.state.last_run).toMatchObject(done);
  });

  it('checks once a minute, delays the next check while one is running, and ends when stopped', async () => {
    jest.useFakeTimers();
    try {
      const { make, store } = setUp(() => Promise.resolve(done));
      let finish: () => void = () => undefined;
      const read = jest.spyOn(store, 'read');
      const schedule = make();
      schedule.start();
      schedule.start();
      await jest.advanceTimersByTimeAsync(150_000);
      expect(read).toHaveBeenCalledTimes(2);
      const held = new Promise<void>((resolve) => (finish = resolve));
      read.mockImplementationOnce(() => held.then(() => ({ state: OFF, version: '0' })));
      await jest.advanceTimersByTimeAsync(600_000);
      expect(read).toHaveBeenCalledTimes(3);
      finish();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(read).toHaveBeenCalledTimes(4);
      await schedule.stop();
      await jest.advanceTimersByTimeAsync(600_000);
      expect(read).toHaveBeenCalledTimes(4);
    } finally {
      jest.useRealTimers();
    }
  });
});
