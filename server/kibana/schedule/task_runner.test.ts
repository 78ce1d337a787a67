import { Client, errors } from '@elastic/elasticsearch';
import { NO_SCHEDULE, type ScheduleRecord } from './schedule_record';
import { KEY_REVOKED } from './task_identity';
import { createTaskRunner, type TaskOutcome, type TaskPorts } from './task_runner';

const ON: ScheduleRecord = { ...NO_SCHEDULE, enabled: true, interval: '2h', key_object: 'id-1' };
const client = new Client({ node: 'http://127.0.0.1:1' });
const DONE: TaskOutcome = { outcome: 'done', words: '2 days analyzed' };
const INSTANCE = { id: 'x', taskType: 'x', params: {}, state: {} };

function make(given: Partial<TaskPorts>, state: Readonly<Record<string, unknown>> = {}) {
  const lines: string[] = [];
  const ports: TaskPorts = {
    schedule: () => Promise.resolve(ON),
    identity: () => Promise.resolve({ state: 'ready', client }),
    analyze: () => Promise.resolve(DONE),
    now: () => new Date('2026-11-24T05:00:00Z'),
    log: {
      info: (line) => lines.push(`info ${line}`),
      warn: (line) => lines.push(`warn ${line}`),
    },
    ...given,
  };
  const runner = createTaskRunner({ ...INSTANCE, state }, () => Promise.resolve(ports));
  return { runner, lines };
}

function unauthorized(): Error {
  return new errors.ResponseError({
    body: {},
    statusCode: 401,
    headers: {},
    warnings: null,
    meta: {} as never,
  });
}

describe('createTaskRunner', () => {
  it('keeps what it did, and comes again at the interval of the settings', async () => {
    const { runner, lines } = make({});
    expect(await runner.run()).toEqual({
      state: { last_run: { at: '2026-11-24T05:00:00.000Z', ...DONE } },
      schedule: { interval: '2h' },
    });
    expect(lines).toEqual(['info 2 days analyzed']);
  });

  it('does nothing while the schedule is off, and forgets nothing', async () => {
    const analyze = jest.fn();
    const last_run = { at: '2026-11-23T05:00:00.000Z', ...DONE };
    const { runner } = make(
      { schedule: () => Promise.resolve(NO_SCHEDULE), analyze },
      { last_run },
    );
    expect(await runner.run()).toEqual({ state: { last_run } });
    expect(analyze).not.toHaveBeenCalled();
  });

  it('says why it has no rights, and analyzes nothing', async () => {
    const analyze = jest.fn();
    const identity = () =>
      Promise.resolve({ state: 'refused', reason: 'The key is gone.' } as const);
    const { runner, lines } = make({ identity, analyze });
    expect(await runner.run()).toMatchObject({
      state: { last_run: { outcome: 'refused', words: 'The key is gone.' } },
    });
    expect(analyze).not.toHaveBeenCalled();
    expect(lines).toEqual(['warn The key is gone.']);
  });

  it('says so where the key is revoked while it works', async () => {
    const { runner } = make({ analyze: () => Promise.reject(unauthorized()) });
    expect(await runner.run()).toMatchObject({
      state: { last_run: { outcome: 'refused', words: KEY_REVOKED } },
    });
  });

  it('never throws, so that the next run starts on time', async () => {
    const { runner } = make({ analyze: () => Promise.reject(new Error('no connection')) });
    expect(await runner.run()).toMatchObject({
      state: { last_run: { outcome: 'failed', words: 'no connection' } },
      schedule: { interval: '2h' },
    });
  });

  it('stops on request', async () => {
    const analyze: TaskPorts['analyze'] = (_client, _schedule, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        void runner.cancel();
      });
    const { runner } = make({ analyze });
    expect(await runner.run()).toMatchObject({
      state: {
        last_run: { outcome: 'failed', words: expect.stringContaining('continues') as string },
      },
    });
  });

  it('keeps nothing else, since task manager refuses a state of another form', async () => {
    const outcome = { ...DONE, runs: [{ day: '2026-11-23' }] };
    const { runner } = make({ analyze: () => Promise.resolve(outcome) });
    const { state } = await runner.run();
    expect(state).toEqual({ last_run: { at: '2026-11-24T05:00:00.000Z', ...DONE } });
  });

  it('cuts words that are too long for a state', async () => {
    const words = 'x'.repeat(10_000);
    const { runner } = make({ analyze: () => Promise.resolve({ outcome: 'done', words }) });
    const { state } = await runner.run();
    expect(JSON.stringify(state).length).toBeLessThan(3_000);
  });
});
