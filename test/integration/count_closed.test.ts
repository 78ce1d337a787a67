import { daysBefore } from '../../common/time/day';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerBacktest } from '../../standalone/cli/commands/backtest';
import { onlySource, testFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { countsOf, countsRunner, DAY, events } from '../fixtures/counts_runner';
import { testUrl } from '../fixtures/test_cluster';

const { client, logs, newScope, run, start, stop } = countsRunner();

jest.setTimeout(120_000);
beforeAll(start);
afterAll(stop);

/** A day of a series: two documents an hour. */
const wholeDay = (day: string, severity: string): object[] =>
  Array.from({ length: 24 }, (_, hour) =>
    events(`${day}T${String(hour).padStart(2, '0')}:10:00Z`, severity, 2),
  ).flat();
const close = (index: string) => client.indices.close({ index });

describe('a closed index', () => {
  it('is named, and its days are unknown; others are counted', async () => {
    await logs.add('closed-it-day-fw-2026.11.20', wholeDay(DAY, '1'));
    await logs.add('closed-it-day-fw-2026.11.19', wholeDay('2026-11-19', '1'));
    await logs.add('closed-it-day-web', wholeDay(DAY, '2'));
    await close('closed-it-day-fw-2026.11.20');
    const { tested, training } = await run('closed-it-day-*', { days: 1 });
    expect(tested).toEqual({
      state: 'unknown',
      day: DAY,
      closed: ['closed-it-day-fw-2026.11.20'],
      reason:
        'closed-it-day-fw-2026.11.20 is closed and was not counted: open it, or leave it out of the source',
    });
    expect(countsOf(training[0])).toMatchObject({ documents: 48 });
  });

  it('is found by an alias too', async () => {
    await logs.add('closed-it-member-1', wholeDay(DAY, '1'));
    await logs.add('closed-it-member-2', wholeDay(DAY, '2'));
    const name = 'closed-it-alias';
    await client.indices.putAlias({ index: 'closed-it-member-*', name });
    await close('closed-it-member-2');
    const { tested } = await run(name);
    expect(tested).toMatchObject({ state: 'unknown', closed: expect.any(Array) as unknown });
    expect(tested.state === 'unknown' && tested.reason).toContain('closed-it-member-2 is closed');
  });

  it('is unknown, not missing, if it is the only one', async () => {
    await logs.add('closed-it-only', wholeDay(DAY, '1'));
    await close('closed-it-only');
    const { tested } = await run('closed-it-only');
    expect(tested).toMatchObject({ state: 'unknown', closed: expect.any(Array) as unknown });
    expect(tested).not.toHaveProperty('is_absent');
  });

  it('hides no day after it was first found closed, until it is opened again', async () => {
    const [index, scope] = ['closed-it-since-old', newScope()];
    await logs.add(index, wholeDay(DAY, '1'));
    await logs.add('closed-it-since-now', [...wholeDay(DAY, '2'), ...wholeDay('2026-11-22', '2')]);
    await close(index);
    const on = async (day: string, now: string) =>
      (await run('closed-it-since-*', { scope, day, now: new Date(now) })).tested;
    expect(await on(DAY, '2026-11-21T06:00Z')).toMatchObject({ closed: ['closed-it-since-old'] });
    expect(await on('2026-11-22', '2026-11-23T06:00Z')).toMatchObject({ state: 'known' });
    expect(await on(DAY, '2026-11-23T07:00Z')).toMatchObject({ closed: ['closed-it-since-old'] });
    await client.indices.open({ index, wait_for_active_shards: 1 });
    expect(await on(DAY, '2026-11-24T06:00Z')).toMatchObject({ state: 'known' });
    await close(index);
    // Closed again: what was known about it before is no longer valid.
    expect(await on('2026-11-23', '2026-11-24T07:00Z')).toMatchObject({
      closed: ['closed-it-since-old'],
    });
  });
});

describe('logwave analyze where an index is closed', () => {
  const training = daysBefore('2026-11-27', 14);

  async function report(
    index: string,
    register = registerAnalyze,
    ...command: readonly string[]
  ): Promise<string> {
    const folder = await testFolder();
    const settings = { ...onlySource(index), method: 'calibrated' };
    const file = await folder.write('settings.json', settings);
    const asked = command.length === 0 ? ['analyze', '--day', '2026-11-27', '--replace'] : command;
    const args = [...asked, '--es', testUrl, '--settings', file];
    const { out } = await runInProcess(register, args).catch(({ said }: { said: Said }) => said);
    await folder.remove();
    return out;
  }

  it('calls nothing silent that the closed index may hold', async () => {
    for (const kind of ['fw', 'web']) {
      const days = training.flatMap((day) => wholeDay(day, kind));
      await logs.add(`closed-it-silent-${kind}-old`, days);
      await logs.add(`closed-it-silent-${kind}-27`, wholeDay('2026-11-27', kind));
    }
    await close('closed-it-silent-fw-27');
    const out = await report('closed-it-silent-*');
    expect(out).toContain('closed-it-silent-fw-27 is closed and was not counted');
    expect(out).not.toMatch(/silent\.|nothing from any series/i);
  });

  it('calls nothing new whose training days are in closed indices, and assesses the rest', async () => {
    const index = 'closed-it-new';
    const days = ['2026-11-27', ...training].flatMap((day) => wholeDay(day, 'web'));
    await logs.add(`${index}-web`, days);
    for (const day of ['2026-11-27', ...training.slice(-3)]) {
      await logs.add(`${index}-fw-${day}`, wholeDay(day, 'fw'));
    }
    for (const day of training.slice(-3)) await close(`${index}-fw-${day}`);
    const out = await report(`${index}-*`);
    expect(out).toContain('no series is called new, because closed indices may hold training days');
    expect(out).not.toMatch(/\bNew\b/);
    expect(out).toContain('No finding in the 1 series that could be assessed. 1 not assessed.');
    expect(out).toContain('3 training days unknown (2026-11-13 to 2026-11-15)');
    const backtest = ['backtest', '--days', '1', '--to', '2026-11-27'];
    const again = (await report(`${index}-*`, registerBacktest, ...backtest)).replace(/\s+/g, ' ');
    expect(again).toContain('method calibrated: 0.0 findings a day');
    expect(again).toContain('3 training days unknown (2026-11-13 to 2026-11-15)');
    expect(again).toContain('no series is called new, because closed indices may hold');
  });

  it('assesses as ever where an index of a year ago is closed', async () => {
    const index = 'closed-it-year';
    await logs.add(`${index}-2025.11.27`, wholeDay('2025-11-27', 'fw'));
    await logs.add(
      `${index}-now`,
      training.flatMap((day) => wholeDay(day, 'fw')),
    );
    await logs.add(`${index}-now`, wholeDay('2026-11-27', 'web'));
    await close(`${index}-2025.11.27`);
    const out = await report(`${index}-*`);
    expect(out).toMatch(/silent/i);
    expect(out).toMatch(/New\./);
    expect(out).not.toContain('is closed');
  });
});
