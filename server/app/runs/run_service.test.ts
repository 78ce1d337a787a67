import { setTimeout as delay } from 'node:timers/promises';
import { parseSettings } from '../../../common/settings/parse_settings';
import type { Source } from '../../../common/sources/source';
import { daysBefore } from '../../../common/time/day';
import type { CountedDay } from '../../../common/waveform/hours/source_day';
import { fakeLedger } from '../../../test/fixtures/fake_ledger';
import type { AnalyzeDayPorts } from './analyze_day_ports';
import type { Run } from './run';
import { RunService, type RunPorts } from './run_service';
import type { RunRequest } from './started_run';

const DAY = '2015-04-01';
const RUN_ID = `default:${DAY}:UTC`;
const NOW = new Date('2015-04-02T06:00:00.000Z');
const { signal } = new AbortController();
const quick = (_ms: number, over: AbortSignal): Promise<void> =>
  delay(1, undefined, { signal: over });

function request(parts: Partial<RunRequest> = {}): RunRequest {
  const parsed = parseSettings({ zone: 'UTC', method: 'talk' });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  const sources = parsed.settings.sources.filter(({ id }) => id === 'syslog');
  return {
    day: DAY,
    scope: 'default',
    settings: { ...parsed.settings, sources },
    now: NOW,
    attempt: 'a',
    started_by: 'ann',
    origin: 'user',
    ...parts,
  };
}

function known(day: string, count: number): CountedDay {
  const series = new Map([['5', Array.from({ length: 24 }, (_, hour) => count + (hour % 3))]]);
  const counts = { source: 'syslog', day, zone: 'UTC', documents: 240, without_subtype: 0, series };
  return { state: 'known', origin: 'counted', counts };
}

const countSource: AnalyzeDayPorts['countSource'] = () =>
  Promise.resolve({
    tested: known(DAY, 9),
    training: daysBefore(DAY, 31).map((day) => known(day, 9)),
    notes: [],
    searches: 1,
    missing_rights: [],
  });

function ports(ledger: RunPorts['ledger'], parts: Partial<RunPorts> = {}): RunPorts {
  return {
    ledger,
    countSource,
    saveFindings: () => Promise.resolve(),
    untagAttempt: () => Promise.resolve({ removed: 0, left: 0, left_out: [] }),
    describeError: (error) => (error instanceof Error ? error.message : String(error)),
    ...parts,
  };
}

/** Counting that lasts until it is aborted. */
function endless(): { readonly countSource: AnalyzeDayPorts['countSource']; begun: Promise<void> } {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return {
    begun,
    countSource: (_source, _day, _training, _onDay, stop) => {
      begin();
      return new Promise((_resolve, reject) => {
        const end = (): void => reject(new Error('aborted'));
        if (stop.aborted) end();
        stop.addEventListener('abort', end);
      });
    },
  };
}

describe('RunService', () => {
  it('begins a run that goes on by itself, and keeps how it ended', async () => {
    const ledger = fakeLedger();
    const service = new RunService(() => NOW, quick);
    const begun = await service.start(request(), ports(ledger), signal);
    expect([begun.run_id, begun.joined]).toEqual([RUN_ID, false]);
    const run = await begun.done;
    expect(run).toMatchObject({ status: 'analyzed', started_by: 'ann', origin: 'user' });
    expect(ledger.runs.get(RUN_ID)?.run).toEqual(run);
  });

  it('joins a run that goes on, here or elsewhere, and begins none', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const one = new RunService(() => NOW, quick);
    const other = new RunService(() => NOW, quick);
    const first = await one.start(request(), ports(ledger, { countSource: counting }), signal);
    await begun;
    const second = await other.start(request({ attempt: 'b' }), ports(ledger), signal);
    expect([second.run_id, second.joined]).toEqual([RUN_ID, true]);
    await one.stopAll();
    expect((await first.done).attempt).toBe('a');
  });

  it('lets one of two begin that try at the same moment', async () => {
    const ledger = fakeLedger();
    const { countSource: counting } = endless();
    const services = ['a', 'b', 'c'].map(() => new RunService(() => NOW, quick));
    const begun = await Promise.all(
      services.map((service, place) =>
        service.start(
          request({ attempt: `attempt ${place}` }),
          ports(ledger, { countSource: counting }),
          signal,
        ),
      ),
    );
    expect(begun.filter(({ joined }) => !joined)).toHaveLength(1);
    await Promise.all(services.map((service) => service.stopAll()));
  });

  it('takes over a run that gave no sign of life for a minute; the old one stops and writes no more', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const old = new RunService(() => NOW, quick);
    const first = await old.start(request(), ports(ledger, { countSource: counting }), signal);
    await begun;
    const later = new Date(NOW.getTime() + 61_000);
    const service = new RunService(() => later, quick);
    const second = await service.start(
      request({ attempt: 'b', now: later }),
      ports(ledger),
      signal,
    );
    expect(second.joined).toBe(false);
    expect((await second.done).status).toBe('analyzed');
    await first.done;
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({ attempt: 'b', status: 'analyzed' });
  });

  it('lets a command take over a run that goes on', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const old = new RunService(() => NOW, quick);
    const first = await old.start(request(), ports(ledger, { countSource: counting }), signal);
    await begun;
    const command = new RunService(() => NOW, quick);
    const typed = request({ attempt: 'b', origin: 'command' });
    const second = await command.start(typed, ports(ledger), signal);
    expect(second.joined).toBe(false);
    expect((await second.done).status).toBe('analyzed');
    await first.done;
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({ attempt: 'b', origin: 'command' });
  });

  it('lets a command wait for a run of other sources, and carries on what that found', async () => {
    const ledger = fakeLedger();
    const { settings } = request();
    const postfix = { ...settings.sources[0], id: 'postfix' } as Source;
    let finish: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    const slow: AnalyzeDayPorts['countSource'] = async (...args) => {
      await waiting;
      return countSource(...args);
    };
    const mail = {
      ...request({ origin: 'command' }),
      settings: { ...settings, sources: [postfix] },
    };
    const one = new RunService(() => NOW, quick);
    const other = new RunService(() => NOW, quick);
    const first = await one.start(mail, ports(ledger, { countSource: slow }), signal);
    const command = request({ attempt: 'b', origin: 'command' });
    const second = await other.start(command, ports(ledger, { onWaiting: finish }), signal);
    expect((await first.done).status).toBe('analyzed');
    const run = await second.done;
    expect(run).toMatchObject({ status: 'analyzed', source_results: [{ source: 'syslog' }] });
    expect(run.earlier).toMatchObject([{ source_results: [{ source: 'postfix' }] }]);
  });

  it('begins a run of his own for a user who may not see all documents', async () => {
    const ledger = fakeLedger();
    const service = new RunService(() => NOW, quick);
    await (
      await service.start(request(), ports(ledger), signal)
    ).done;
    const missingRights = () => Promise.resolve(['the privilege "read" is missing on "logs-*"']);
    const eve = request({ started_by: 'eve', attempt: 'b' });
    const begun = await service.start(eve, ports(ledger, { missingRights }), signal);
    expect([begun.run_id, (await begun.done).status]).toEqual([`${RUN_ID}:eve`, 'partial']);
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({ attempt: 'a', status: 'analyzed' });
  });

  it('stops a canceled run, takes its tags away and tells how many', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const untagged: string[] = [];
    const untagAttempt: RunPorts['untagAttempt'] = (run, onUntagged) => {
      untagged.push(run.attempt, run.status, run.progress.phase);
      onUntagged(40);
      return Promise.resolve({ removed: 40, left: 0, left_out: [] });
    };
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, { countSource: counting, untagAttempt }),
      signal,
    );
    await begun;
    // Another process, that does not have the run, asks for it.
    const elsewhere = new RunService(() => NOW, quick);
    expect(await elsewhere.cancel(RUN_ID, ledger, signal)).toBe('canceling');
    expect(await done).toMatchObject({
      status: 'canceled',
      untagged: 40,
      tagged: null,
      error: null,
    });
    expect(untagged).toEqual(['a', 'canceling', 'untagging']);
    expect(await elsewhere.cancel(RUN_ID, ledger, signal)).toBe('canceled');
    expect(await elsewhere.cancel('default:2015-04-02:UTC', ledger, signal)).toBeUndefined();
  });

  it('says which tags of a canceled run an index has refused to give back', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const refused = 'logs-1: 3 documents still tagged, because the index is read-only';
    const untagAttempt: RunPorts['untagAttempt'] = () =>
      Promise.resolve({ removed: 40, left: 3, left_out: [refused] });
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, { countSource: counting, untagAttempt }),
      signal,
    );
    await begun;
    await service.cancel(RUN_ID, ledger, signal);
    expect(await done).toMatchObject({
      status: 'canceled',
      untagged: 40,
      tagged: 3,
      left_out: [refused],
    });
  });

  it('says so where the tags of a canceled run could not be taken away', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const failed: unknown[] = [];
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, {
        countSource: counting,
        untagAttempt: () => Promise.reject(new Error('no answer')),
        onFailed: (_run, error) => failed.push(error),
      }),
      signal,
    );
    await begun;
    await service.cancel(RUN_ID, ledger, signal);
    expect(await done).toMatchObject({
      status: 'failed',
      error: 'canceled, but its tags could not be taken away: no answer',
    });
    expect(failed).toEqual([new Error('no answer')]);
  });

  it('marks its runs when the process is about to end, so that they are begun again', async () => {
    const ledger = fakeLedger();
    const { countSource: counting, begun } = endless();
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, { countSource: counting }),
      signal,
    );
    await begun;
    await service.stopAll();
    expect(await done).toMatchObject({ status: 'failed' });
    const again = await service.start(request({ attempt: 'b' }), ports(ledger), signal);
    expect((await again.done).status).toBe('analyzed');
  });

  it('writes its progress with the signs of life', async () => {
    const ledger = fakeLedger();
    const seen = new Set<number>();
    let go: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (go = resolve));
    const counting: AnalyzeDayPorts['countSource'] = async (source, day, training, onDay, stop) => {
      onDay();
      await gone;
      return countSource(source, day, training, onDay, stop);
    };
    ledger.onWrite = (run: Run) => {
      seen.add(run.progress.days_counted);
      if (run.progress.days_counted === 1) go();
    };
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, { countSource: counting }),
      signal,
    );
    await done;
    expect(seen).toContain(1);
  });

  it('keeps a failed run and tells the error to whoever listens', async () => {
    const ledger = fakeLedger();
    const failed: string[] = [];
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, {
        countSource: () => Promise.reject(new Error('shards failed')),
        onFailed: (run, error) => failed.push(`${run.run_id} ${String(error)}`),
      }),
      signal,
    );
    expect(await done).toMatchObject({ status: 'failed', error: 'shards failed' });
    expect(failed).toEqual([`${RUN_ID} Error: shards failed`]);
  });
});
