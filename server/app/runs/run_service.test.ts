import type { Calendar } from '../../../common/calendar';
import { setTimeout as delay } from 'node:timers/promises';
import { parseSettings } from '../../../common/settings/parse_settings';
import type { Source } from '../../../common/sources/source';
import { daysBefore } from '../../../common/time/day';
import type { CountedDay } from '../../../common/waveform/hours/source_day';
import type { Judgment } from '../../../common/marks';
import { calendarMark, calendarOn, windowOn } from '../../../test/fixtures/calendars';
import { judgmentOf } from '../../../test/fixtures/judgments';
import { portsCounting } from '../../../test/fixtures/counts_fake_ports';
import { fakeLedger } from '../../../test/fixtures/fake_ledger';
import { fakeTagging } from '../../../test/fixtures/tagging_fake';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import type { CountingPorts } from '../counting/counting_ports';
import { NO_DECISIONS } from '../deciding/decisions';
import { tagFindings } from '../tagging/tag_findings';
import { claimRun, OwnRun } from './own_run';
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

const counting = (parts: Partial<CountingPorts> = {}): CountingPorts =>
  portsCounting(
    [DAY, ...daysBefore(DAY, 31)].map((day) => known(day, 9)),
    parts,
  );

function ports(ledger: RunPorts['ledger'], parts: Partial<RunPorts> = {}): RunPorts {
  return {
    ledger,
    openCounting: () => counting(),
    openTagging: () => fakeTagging([]).ports,
    isTagging: false,
    saveFindings: () => Promise.resolve(),
    describeError: (error) => (error instanceof Error ? error.message : String(error)),
    ...parts,
  };
}

/** Counting that lasts until it is aborted. */
function endless(): { readonly openCounting: () => CountingPorts; begun: Promise<void> } {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const countDay: CountingPorts['countDay'] = (_source, _group, _day, stop) => {
    begin();
    return new Promise((_resolve, reject) => {
      const end = (): void => reject(new Error('aborted'));
      if (stop.aborted) end();
      stop.addEventListener('abort', end);
    });
  };
  return { begun, openCounting: () => counting({ countDay }) };
}

const TOO_OFTEN = 50;
const OTHERS_CHANGE_IT = `the run ${RUN_ID} cannot be saved, because others keep changing it: try again`;

/** The ledger for somebody who is never first to write. */
function changedByOthers(ledger: RunPorts['ledger']): RunPorts['ledger'] {
  let writes = 0;
  const write = (): Promise<undefined> => {
    writes += 1;
    return writes > TOO_OFTEN
      ? Promise.reject(new Error(`written ${writes} times`))
      : Promise.resolve(undefined);
  };
  return { ...ledger, write };
}

/** Documents that the run's first attempt has tagged, some of them in another index. */
async function taggedDocuments(count: number, elsewhere = 0) {
  const fake = fakeTagging([
    ...Array.from({ length: count }, () => ({})),
    ...Array.from({ length: elsewhere }, () => ({ index: 'logs-2' })),
  ]);
  const { settings } = request();
  const tagging = {
    run: { scope: 'default', run_id: RUN_ID, attempt: 'a', day: DAY, zone: 'UTC' },
    findings: [findingWith({ day: DAY, events: new Map([[10, count + elsewhere]]) })],
    sources: settings.sources,
    judged_sources: new Set(['syslog']),
    call: 'call',
  };
  await tagFindings(tagging, { ...fake.ports, now: () => NOW }, signal);
  return fake;
}

describe('RunService', () => {
  it('begins a run that continues by itself, and stores how it ended', async () => {
    const ledger = fakeLedger();
    const service = new RunService(() => NOW, quick);
    const begun = await service.start(request(), ports(ledger), signal);
    expect([begun.run_id, begun.joined]).toEqual([RUN_ID, false]);
    const run = await begun.done;
    expect(run).toMatchObject({ status: 'analyzed', started_by: 'ann', origin: 'user' });
    expect(ledger.runs.get(RUN_ID)?.run).toEqual(run);
  });

  it('keeps which judgments the run is made with, of those in force on its day', async () => {
    const judged = [
      judgmentOf({ id: 'used', until: '2015-07-02' }),
      judgmentOf({ id: 'ended', subtype: '6', until: '2015-04-01' }),
      judgmentOf({ id: 'elsewhere', source: 'ossec' }),
    ];
    const begin = async (judgments: readonly Judgment[]): Promise<Run> => {
      const ledger = fakeLedger();
      const decisions = () => Promise.resolve({ ...NO_DECISIONS, judgments });
      const all = ports(ledger, { decisions });
      const { done } = await new RunService(() => NOW, quick).start(request(), all, signal);
      return done;
    };
    const run = await begin(judged);
    expect(run).toMatchObject({ run_id: RUN_ID, judgments: ['used'] });
    expect(run.judgments_hash).toMatch(/^[0-9a-f]{16}$/);
    const back = judgmentOf({ id: 'back', judgment: 'none', at: '2015-04-02T06:30:00.000Z' });
    expect(await begin([...judged, back])).toMatchObject({ judgments: [], judgments_hash: null });
  });

  it('keeps the days of calendars that the run is made with, and what could not be used', async () => {
    const bad = calendarMark({ name: 'x', ics: 'broken' });
    const begin = async (...calendars: readonly Calendar[]): Promise<Run> => {
      const decisions = () => Promise.resolve({ ...NO_DECISIONS, calendars: [...calendars, bad] });
      const all = ports(fakeLedger(), { decisions });
      const { done } = await new RunService(() => NOW, quick).start(request(), all, signal);
      return done;
    };
    const feast = calendarOn([DAY]);
    const run = await begin(feast);
    const all = { sources: null, hours: null };
    expect(run.calendar).toEqual([{ day: DAY, means: 'not_assessed', name: 'Feast', ...all }]);
    expect(run.calendar_hash).toMatch(/^[0-9a-f]{16}$/);
    const renamed = { ...feast, name: 'other', ics: feast.ics?.replace('Feast', 'Other') ?? null };
    expect((await begin(renamed)).calendar_hash).toBe(run.calendar_hash);
    expect((await begin(windowOn(DAY, [3, 4]))).calendar_hash).not.toBe(run.calendar_hash);
    expect(await begin()).toMatchObject({ calendar_hash: null, calendar: [] });
    expect(run.left_out).toContainEqual(expect.stringMatching('^calendar x is not used: '));
  });

  it('joins an active run, here or elsewhere, and begins none', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const one = new RunService(() => NOW, quick);
    const other = new RunService(() => NOW, quick);
    const first = await one.start(request(), ports(ledger, { openCounting }), signal);
    await begun;
    const second = await other.start(request({ attempt: 'b' }), ports(ledger), signal);
    expect([second.run_id, second.joined]).toEqual([RUN_ID, true]);
    await one.stopAll();
    expect((await first.done).attempt).toBe('a');
  });

  it('begins only one of two runs that start at the same moment', async () => {
    const ledger = fakeLedger();
    const { openCounting } = endless();
    const services = ['a', 'b', 'c'].map(() => new RunService(() => NOW, quick));
    const begun = await Promise.all(
      services.map((service, place) =>
        service.start(
          request({ attempt: `attempt ${place}` }),
          ports(ledger, { openCounting }),
          signal,
        ),
      ),
    );
    expect(begun.filter(({ joined }) => !joined)).toHaveLength(1);
    await Promise.all(services.map((service) => service.stopAll()));
  });

  it('takes over a run that gave no sign of life for a minute; the old one stops and writes nothing else', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const old = new RunService(() => NOW, quick);
    const first = await old.start(request(), ports(ledger, { openCounting }), signal);
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

  it('makes a command take over an active run', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const old = new RunService(() => NOW, quick);
    const first = await old.start(request(), ports(ledger, { openCounting }), signal);
    await begun;
    const command = new RunService(() => NOW, quick);
    const typed = request({ attempt: 'b', origin: 'command' });
    const second = await command.start(typed, ports(ledger), signal);
    expect(second.joined).toBe(false);
    expect((await second.done).status).toBe('analyzed');
    await first.done;
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({ attempt: 'b', origin: 'command' });
  });

  it('makes a command wait for a run of other sources, and keeps what that found', async () => {
    const ledger = fakeLedger();
    const { settings } = request();
    const postfix = { ...settings.sources[0], id: 'postfix' } as Source;
    let finish: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    const indexGroups: CountingPorts['indexGroups'] = async (...args) => {
      await waiting;
      return counting().indexGroups(...args);
    };
    const openCounting = () => counting({ indexGroups });
    const mail = {
      ...request({ origin: 'command' }),
      settings: { ...settings, sources: [postfix] },
    };
    const one = new RunService(() => NOW, quick);
    const other = new RunService(() => NOW, quick);
    const first = await one.start(mail, ports(ledger, { openCounting }), signal);
    const command = request({ attempt: 'b', origin: 'command' });
    const second = await other.start(command, ports(ledger, { onWaiting: finish }), signal);
    expect((await first.done).status).toBe('analyzed');
    const run = await second.done;
    expect(run).toMatchObject({ status: 'analyzed', source_results: [{ source: 'syslog' }] });
    expect(run.earlier).toMatchObject([{ source_results: [{ source: 'postfix' }] }]);
  });

  it('begins an own run for a user who may not see all documents', async () => {
    const ledger = fakeLedger();
    const service = new RunService(() => NOW, quick);
    await (
      await service.start(request(), ports(ledger), signal)
    ).done;
    const missingRights = () => Promise.resolve(['the privilege "read" is missing on "logs-*"']);
    const openCounting = () => counting({ missingRights });
    const eve = request({ started_by: 'eve', attempt: 'b' });
    const begun = await service.start(eve, ports(ledger, { openCounting }), signal);
    expect([begun.run_id, (await begun.done).status]).toEqual([`${RUN_ID}:eve`, 'partial']);
    expect(ledger.runs.get(RUN_ID)?.run).toMatchObject({ attempt: 'a', status: 'analyzed' });
  });

  it('stops a canceled run, removes its tags and says how many', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const tagged = await taggedDocuments(40);
    const shown: unknown[] = [];
    tagged.onCall = (call) => {
      const { status, progress } = ledger.runs.get(RUN_ID)?.run ?? {};
      if (call === 'heads') shown.push([status, progress?.phase]);
    };
    const openTagging = () => tagged.ports;
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, { openCounting, openTagging }),
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
    expect(shown[0]).toEqual(['canceling', 'untagging']);
    expect(tagged.entries.size).toBe(0);
    expect(await elsewhere.cancel(RUN_ID, ledger, signal)).toBe('canceled');
    expect(await elsewhere.cancel('default:2015-04-02:UTC', ledger, signal)).toBeUndefined();
  });

  it('gives up canceling a run that others keep changing, and says so', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(request(), ports(ledger, { openCounting }), signal);
    await begun;
    const elsewhere = new RunService(() => NOW, quick);
    await expect(elsewhere.cancel(RUN_ID, changedByOthers(ledger), signal)).rejects.toThrow(
      OTHERS_CHANGE_IT,
    );
    await service.cancel(RUN_ID, ledger, signal);
    expect(await done).toMatchObject({ status: 'canceled' });
  });

  it('gives up saving its run if others keep changing it, and says so', async () => {
    const ledger = fakeLedger();
    const claimed = await claimRun(ledger, request(), () => false, signal);
    if (claimed.state !== 'claimed') throw new Error('the run was free');
    const { run } = claimed.claimed;
    const own = new OwnRun(changedByOthers(ledger), claimed.claimed, () => NOW);
    await expect(own.save({ ...run, status: 'analyzed' }, signal)).rejects.toThrow(
      OTHERS_CHANGE_IT,
    );
    expect(own.run).toBe(run);
  });

  it('says which tags of a canceled run an index has refused to give back', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const tagged = await taggedDocuments(40, 3);
    tagged.losing.set('logs-2', 'the index is read-only');
    const openTagging = () => tagged.ports;
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, { openCounting, openTagging }),
      signal,
    );
    await begun;
    await service.cancel(RUN_ID, ledger, signal);
    expect(await done).toMatchObject({
      status: 'canceled',
      untagged: 40,
      tagged: 3,
      left_out: ['logs-2: 3 documents still tagged, because the index is read-only'],
    });
  });

  it('says so if the tags of a canceled run could not be removed', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const { ports: fake } = fakeTagging([]);
    const refresh = () => Promise.reject(new Error('no answer'));
    const failed: unknown[] = [];
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, {
        openCounting,
        openTagging: () => ({ ...fake, journal: { ...fake.journal, refresh } }),
        onFailed: (_run, error) => failed.push(error),
      }),
      signal,
    );
    await begun;
    await service.cancel(RUN_ID, ledger, signal);
    expect(await done).toMatchObject({
      status: 'failed',
      error: 'canceled, but its tags could not be removed: no answer',
    });
    expect(failed).toEqual([new Error('no answer')]);
  });

  it('stops to take tags away when the process is about to end, and says how many are left', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const tagged = await taggedDocuments(6);
    const { documents } = tagged.ports;
    const write = documents.write.bind(documents);
    let writes = 0;
    const second = new Promise<void>((resolve) => {
      // The second of two batches is not answered.
      documents.write = jest.fn((updates, stop: AbortSignal) => {
        writes += 1;
        if (writes === 1) return write(updates, stop);
        resolve();
        return new Promise<never>((_resolve, reject) =>
          stop.addEventListener('abort', () => reject(new Error('aborted'))),
        );
      });
    });
    const service = new RunService(() => NOW, quick);
    const openTagging = () => tagged.ports;
    const { done } = await service.start(
      request(),
      ports(ledger, { openCounting, openTagging }),
      signal,
    );
    await begun;
    await service.cancel(RUN_ID, ledger, signal);
    await second;
    await service.stopAll();
    expect(await done).toMatchObject({
      status: 'canceled',
      untagged: 3,
      tagged: 3,
      left_out: [
        '3 documents still tagged, because Logwave stopped while it removed the tags. Untag the day to remove the rest.',
      ],
    });
  });

  it('marks its runs when the process is about to end, so that they are begun again', async () => {
    const ledger = fakeLedger();
    const { openCounting, begun } = endless();
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(request(), ports(ledger, { openCounting }), signal);
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
    const countDay: CountingPorts['countDay'] = async (source, group, day, stop) => {
      if (day.day !== DAY) await gone;
      return counting().countDay(source, group, day, stop);
    };
    const openCounting = () => counting({ countDay });
    ledger.onWrite = (run: Run) => {
      seen.add(run.progress.days_counted);
      if (run.progress.days_counted === 1) go();
    };
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(request(), ports(ledger, { openCounting }), signal);
    await done;
    expect(seen).toContain(1);
  });

  it('keeps a failed run and passes the error on', async () => {
    const ledger = fakeLedger();
    const failed: string[] = [];
    const service = new RunService(() => NOW, quick);
    const { done } = await service.start(
      request(),
      ports(ledger, {
        openCounting: () =>
          counting({ countDay: () => Promise.reject(new Error('shards failed')) }),
        onFailed: (run, error) => failed.push(`${run.run_id} ${String(error)}`),
      }),
      signal,
    );
    expect(await done).toMatchObject({ status: 'failed', error: 'shards failed' });
    expect(failed).toEqual([`${RUN_ID} Error: shards failed`]);
  });
});
