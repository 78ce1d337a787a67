import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../../common/settings/settings';
import { parseSettings } from '../../../common/settings/parse_settings';
import type { StreamMark } from '../../../common/marks';
import { daysBefore, daysBetween } from '../../../common/time/day';
import type { CountedDay, SourceDay } from '../../../common/waveform/hours/source_day';
import { judgmentOf } from '../../../test/fixtures/judgments';
import type { Finding } from '../../../common/waveform/hours/finding';
import { HourTable } from '../../../common/waveform/hours/hour_table';
import { portsCounting } from '../../../test/fixtures/counts_fake_ports';
import { fakeTagging, tagsIn, type FakeDocument } from '../../../test/fixtures/tagging_fake';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import { unknownFor, type CountingPorts } from '../counting/counting_ports';
import { UnreadableSource } from '../tagging/tagging_ports';
import { analyzeDay as analyze } from './analyze_day';
import type { AnalyzeDayPorts, KeptSilences } from './analyze_day_ports';
import { bySurprise } from '../../../common/incidents/by_surprise';
import { carriedOn } from './earlier_attempts';
import { ProcessStopping } from './end/run_end';
import { UnstoredSilences } from './end/unstored_silences';
import type { Run } from './run';
import type { RunRequest } from './started_run';

const DAY = '2015-04-01';
const signal = new AbortController().signal;
const flat = (count: number): number[] => Array<number>(24).fill(count);
const loudAt = (hour: number): number[] => flat(9).map((count, at) => (at === hour ? 400 : count));

function request(parts: Partial<RunRequest> = {}): RunRequest {
  const only = ['syslog'];
  const disabled = ['ossec', 'suricata', 'postfix', 'syslog_program'].map((id) => ({
    id,
    enabled: false,
  }));
  const parsed = parseSettings({
    zone: 'UTC',
    method: 'talk',
    sources: [...only.map((id) => ({ id })), ...disabled],
  });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return {
    day: DAY,
    scope: 'default',
    settings: parsed.settings,
    now: new Date('2015-04-02T06:00Z'),
    attempt: 'first',
    started_by: null,
    origin: 'command',
    ...parts,
  };
}

function known(day: string, counts: readonly number[], parts: Partial<SourceDay> = {}): CountedDay {
  const series = new Map([['5', counts]]);
  const source = { source: 'syslog', day, zone: 'UTC', documents: 500, without_subtype: 0 };
  return { state: 'known', origin: 'counted', counts: { ...source, series, ...parts } };
}

/** The training days before the tested one, as usual as can be. */
const TRAINING = daysBefore(DAY, 31).map((day) =>
  known(
    day,
    flat(9).map((count, hour) => count + (hour % 3)),
  ),
);

/** Counting that finds the tested day as given. */
const counting = (tested: CountedDay, parts: Partial<CountingPorts> = {}): CountingPorts =>
  portsCounting([tested, ...TRAINING], parts);

/** Documents of the hour at 15:00 that are to be tagged. */
const documentsAt15 = (count: number, parts: Partial<FakeDocument> = {}) =>
  fakeTagging(Array.from({ length: count }, () => ({ hour: 15, ...parts })));

interface Recorder {
  readonly runs: Run[];
  readonly findings: Finding[][];
}

function ports(
  tested: CountedDay,
  parts: Partial<AnalyzeDayPorts> = {},
): AnalyzeDayPorts & Recorder {
  const runs: Run[] = [];
  const findings: Finding[][] = [];
  return {
    runs,
    findings,
    counting: counting(tested),
    openTagging: () => fakeTagging([]).ports,
    isTagging: false,
    now: () => new Date('2015-04-02T06:00Z'),
    saveRun: (run) => Promise.resolve(void runs.push(run)),
    saveFindings: (_run, found) => Promise.resolve(void findings.push([...found])),
    describeError: (error) => (error instanceof Error ? error.message : String(error)),
    ...parts,
  };
}

async function analyzeDay(...args: Parameters<typeof analyze>) {
  const { run, findings } = await analyze(...args);
  return { run, findings: [...findings].sort(bySurprise) };
}

/** A look at silence that found none, and could look at everything. */
const KEPT: KeptSilences = {
  ...{ silent: [], lifted: [], unwatched: [] },
  ...{ not_known: null, not_known_of: { sources: [], hosts_of: [] }, is_troubled: false },
};

describe('analyzeDay', () => {
  it('keeps the run from its beginning to its end, under one id', async () => {
    const recorder = ports(known(DAY, loudAt(15)));
    const { run, findings } = await analyzeDay(request(), recorder, signal);
    expect(recorder.runs.map(({ status, run_id }) => [status, run_id])).toEqual([
      ['running', 'default:2015-04-01:UTC'],
      ['analyzed', 'default:2015-04-01:UTC'],
    ]);
    expect(run).toMatchObject({
      series: 1,
      series_unusual: 1,
      findings: 1,
      documents: 500,
      tagged: null,
    });
    expect(recorder.findings).toEqual([findings]);
  });

  it('finds nothing in hours that are judged expected, and the same again once that is taken back', async () => {
    const analyzed = async (judgments: RunRequest['judgments'] = []) => {
      const recorder = ports(known(DAY, loudAt(15)));
      return analyzeDay({ ...request(), judgments }, recorder, signal);
    };
    const before = await analyzed();
    expect(before.run.judgments_hash).toBeNull();
    const judged = await analyzed([judgmentOf({ day: DAY, hours: [15], until: '2015-07-02' })]);
    expect(judged.findings).toEqual([]);
    expect(judged.run).toMatchObject({ run_id: before.run.run_id, judgments: ['a'] });
    expect(judged.run.settings_hash).toBe(before.run.settings_hash);
    expect(JSON.stringify((await analyzed()).findings)).toBe(JSON.stringify(before.findings));
  });

  it('stores a muted finding, tags nothing of it, and says so', async () => {
    const fake = documentsAt15(3);
    const tagging = { isTagging: true, openTagging: () => fake.ports };
    const mute: StreamMark = {
      version: 1,
      kind: 'mute',
      scope: 'default',
      source: 'syslog',
      host: null,
      subtype: null,
      reason: 'maintenance',
      author: 'ana',
      at: '2015-04-02T05:00:00.000Z',
      until: '2015-04-09T00:00:00.000Z',
    };
    const recorder = ports(known(DAY, loudAt(15)), tagging);
    const { run } = await analyzeDay({ ...request(), marks: [mute] }, recorder, signal);
    expect(recorder.findings[0]).toHaveLength(1);
    expect(run).toMatchObject({ findings: 1, tagged: 0, left_out: ['1 muted finding not tagged'] });
    const ended = { ...mute, until: '2015-04-01T00:00:00.000Z' };
    const again = ports(known(DAY, loudAt(15)), tagging);
    const { run: tagged } = await analyzeDay({ ...request(), marks: [ended] }, again, signal);
    expect(tagged).toMatchObject({ tagged: 3, left_out: [] });
  });

  it('says what it asked of Elasticsearch, and not what the same ports were asked before', async () => {
    let searches = 100;
    const spent = () => ({ searches: (searches += 7), documents_written: 2 * searches });
    const recorder = ports(known(DAY, loudAt(15)), { spent });
    const { run } = await analyzeDay(request(), recorder, signal);
    expect(run.cost).toEqual({ searches: 7, documents_written: 14 });
    expect(recorder.runs.map(({ cost }) => cost)).toEqual([undefined, run.cost]);
  });

  it('tags only on request, and reports what was refused', async () => {
    const fake = fakeTagging([{ hour: 15 }, { hour: 15 }, { hour: 15, index: 'logs-2' }]);
    fake.losing.set('logs-2', 'its mapping keeps no source');
    const openTagging = () => fake.ports;
    const looking = ports(known(DAY, loudAt(15)), { openTagging });
    expect((await analyzeDay(request(), looking, signal)).run.tagged).toBeNull();
    const tagging = ports(known(DAY, loudAt(15)), { openTagging, isTagging: true });
    const { run } = await analyzeDay(request(), tagging, signal);
    expect(tagsIn(fake)).toEqual([['syslog_outlier'], ['syslog_outlier'], undefined]);
    expect(new Set([...fake.entries.values()].map((entry) => entry.run_id))).toEqual(
      new Set([run.run_id]),
    );
    expect(run).toMatchObject({
      status: 'analyzed',
      tagged: 2,
      left_out: ['logs-2: 1 document not tagged, because its mapping keeps no source'],
    });
  });

  it('is partial where some documents could not be looked at to be tagged', async () => {
    const { ports: ofFake } = fakeTagging([]);
    const unreadable = new UnreadableSource('a shard failed');
    // eslint-disable-next-line @typescript-eslint/require-await, require-yield
    const pages = async function* (): AsyncGenerator<never> {
      throw unreadable;
    };
    const openTagging = () => ({ ...ofFake, documents: { ...ofFake.documents, pages } });
    const counted = ports(known(DAY, loudAt(15)), { openTagging, isTagging: true });
    const { run } = await analyzeDay(request(), counted, signal);
    const left_out = ['syslog: documents not all tagged, a shard failed'];
    expect(run).toMatchObject({ status: 'partial', tagged: 0, left_out });
  });

  it('keeps what an earlier attempt found in a source that is unknown now', async () => {
    const tested: CountedDay = { state: 'unknown', day: DAY, reason: '1 of 5 shards failed' };
    const earlier = findingWith({ day: DAY, events: new Map([[15, 48]]) });
    const earlierFindings = jest.fn(() => Promise.resolve([earlier]));
    const recorder = ports(tested, { earlierFindings });
    const { run, findings } = await analyzeDay(request(), recorder, signal);
    expect(earlierFindings).toHaveBeenCalledWith(run.run_id, new Set(['syslog']), signal);
    // What is stored of the source stays as it is: nothing is written for it.
    expect([findings, recorder.findings]).toEqual([[earlier], [[]]]);
    expect(run).toMatchObject({ status: 'partial', findings: 1, series_unusual: 1 });
    expect(run.left_out).toContain(
      '1 finding of an earlier analysis kept, because sources are unknown now',
    );
  });

  it('is partial where the counts of a source are unknown, and says why', async () => {
    const tested: CountedDay = { state: 'unknown', day: DAY, reason: '1 of 5 shards failed' };
    const { run } = await analyzeDay(request(), ports(tested), signal);
    expect(run.status).toBe('partial');
    expect(run.left_out).toEqual(['syslog: not assessed, 1 of 5 shards failed']);
  });

  it('has ended once what was silent is stored, with what late data has lifted', async () => {
    const before: string[][] = [];
    const recorder: AnalyzeDayPorts & Recorder = ports(known(DAY, loudAt(15)), {
      keepSilences: ({ day, zone }) => {
        before.push([day, zone, ...recorder.runs.map(({ status }) => status)]);
        return Promise.resolve({ ...KEPT, lifted: ['syslog host web1'] });
      },
    });
    const lifted_silences = ['syslog host db1'];
    const { run } = await analyzeDay({ ...request(), lifted_silences }, recorder, signal);
    expect(before).toEqual([[DAY, 'UTC', 'running']]);
    expect(run).toMatchObject({ status: 'analyzed', left_out: [] });
    expect(run.lifted_silences).toEqual(['syslog host db1', 'syslog host web1']);
    expect(recorder.runs.at(-1)).toEqual(run);
  });

  it('counts hosts meanwhile, in turn after the last source, and gives them to the look', async () => {
    const events: string[] = [];
    const given: unknown[] = [];
    const recorder = ports(known(DAY, loudAt(15)), {
      saveFindings: () => Promise.resolve(void events.push('findings')),
      countHosts: async (_run, _settings, hosts, inTurn) => {
        given.push(hosts);
        await inTurn(() => {
          events.push('hosts');
          return Promise.reject(new Error('it is asked again'));
        });
      },
      keepSilences: (_run, _settings, hosts) => {
        given.push(hosts);
        events.push('silences');
        return Promise.resolve(KEPT);
      },
    });
    const { run } = await analyzeDay(request(), recorder, signal);
    expect(events).toEqual(['hosts', 'findings', 'silences']);
    expect(given[0]).toBe(given[1]);
    expect(run).toMatchObject({ status: 'analyzed', left_out: [] });
  });

  it('stops to count hosts where it fails, and is over after that', async () => {
    const events: string[] = [];
    const recorder = ports(known(DAY, loudAt(15)), {
      saveFindings: () => Promise.reject(new Error('full')),
      countHosts: async (_run, _settings, _hosts, _inTurn, stop) => {
        await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
        await setImmediate();
        events.push('stopped');
      },
    });
    await expect(analyzeDay(request(), recorder, signal)).rejects.toThrow('full');
    expect(events).toEqual(['stopped']);
  });

  it('is partial without what was silent, so looked at again, and says why first', async () => {
    const keepSilences = () => Promise.reject(new Error('1 of 5 shards failed'));
    const tested = known(DAY, loudAt(15), { without_subtype: 12 });
    const { run, findings } = await analyzeDay(request(), ports(tested, { keepSilences }), signal);
    expect(findings).toHaveLength(1);
    const silence_not_known = 'all sources';
    const sources = request().settings.sources.flatMap(({ id, enabled }) => (enabled ? [id] : []));
    const silence_not_known_of = { sources, hosts_of: [] };
    const unknown = { silence_not_known, silence_not_known_of };
    expect(run).toMatchObject({ status: 'partial', error: null, ...unknown });
    // The ledger names the first one.
    expect(run.left_out).toEqual([
      'what was silent is not known: 1 of 5 shards failed',
      'syslog: 12 documents without syslog_severity_code, in no series',
    ]);
  });

  it('says what could not be looked at', async () => {
    const unwatched = ['syslog: its hosts are not watched for silence: 1 of 5 shards failed'];
    const not_known = 'the hosts of syslog';
    const not_known_of = { sources: [], hosts_of: ['syslog'] };
    const keepSilences = () => Promise.resolve({ ...KEPT, unwatched, not_known, not_known_of });
    const recorder = ports(known(DAY, loudAt(15)), { keepSilences });
    const { run } = await analyzeDay(request(), recorder, signal);
    expect(run).toMatchObject({ status: 'analyzed', left_out: unwatched });
    expect(run.silence_not_known).toBe(not_known);
    expect(run.silence_not_known_of).toEqual(not_known_of);
  });

  it('is partial, so analyzed again, where another look may find what this one could not', async () => {
    const unwatched = ['syslog: its hosts are not watched for silence: 1 of 5 shards failed'];
    const keepSilences = () => Promise.resolve({ ...KEPT, unwatched, is_troubled: true });
    const tested = known(DAY, flat(9), { without_subtype: 12 });
    const { run } = await analyzeDay(request(), ports(tested, { keepSilences }), signal);
    expect(run).toMatchObject({ status: 'partial', error: null });
    // The ledger names the first one.
    expect(run.left_out).toEqual([
      ...unwatched,
      'syslog: 12 documents without syslog_severity_code, in no series',
    ]);
  });

  it('is partial where what was silent could not be stored, and names it', async () => {
    const silent = ['web1 of syslog', 'web2 of syslog', 'db1 of syslog', 'solo'];
    const refused = new Error('"write" on logwave-findings is missing');
    const unstored = (streams: string[]) => () =>
      Promise.reject(new UnstoredSilences(streams, refused));
    const tested = known(DAY, flat(9), { without_subtype: 12 });
    const keepSilences = unstored(silent);
    const { run } = await analyzeDay(request(), ports(tested, { keepSilences }), signal);
    expect(run).toMatchObject({ status: 'partial', error: null });
    // The ledger names the first one.
    expect(run.left_out[0]).toBe(
      'what was silent could not all be stored (web1 of syslog, web2 of syslog, db1 of syslog and 1 more): "write" on logwave-findings is missing',
    );
    const recorder = ports(tested, { keepSilences: unstored([]) });
    expect((await analyzeDay(request(), recorder, signal)).run.left_out[0]).toBe(
      'what is no longer silent could not be removed: "write" on logwave-findings is missing',
    );
  });

  it('no longer names a silence as lifted that is one after all', async () => {
    const silent = ['syslog host web1', 'solo'];
    const keepSilences = () => Promise.resolve({ ...KEPT, silent });
    const recorder = ports(known(DAY, loudAt(15)), { keepSilences });
    const earlier = (lifted_silences: string[]) =>
      analyzeDay({ ...request(), lifted_silences }, recorder, signal);
    expect((await earlier(['solo', 'syslog host db1'])).run.lifted_silences).toEqual([
      'syslog host db1',
    ]);
    expect((await earlier(['solo'])).run).not.toHaveProperty('lifted_silences');
  });

  it('is canceled where it is stopped while it looks for what was silent', async () => {
    const controller = new AbortController();
    const keepSilences = () => {
      controller.abort();
      return Promise.reject(new Error('aborted'));
    };
    const recorder = ports(known(DAY, loudAt(15)), { keepSilences });
    await expect(analyzeDay(request(), recorder, controller.signal)).rejects.toThrow();
    expect(recorder.runs.at(-1)).toMatchObject({ status: 'canceled', left_out: [] });
  });

  it('does not look for what was silent for everybody with the rights of one user', async () => {
    const keepSilences = jest.fn(() => Promise.resolve(KEPT));
    const countHosts = jest.fn(() => Promise.resolve());
    const recorder = ports(known(DAY, loudAt(15)), { keepSilences, countHosts });
    await analyzeDay({ ...request(), is_seen_in_part: true }, recorder, signal);
    expect(keepSilences).not.toHaveBeenCalled();
    expect(countHosts).not.toHaveBeenCalled();
  });

  it('is partial on a day that is not over: the talk’s method assesses none of its series', async () => {
    const early = request({ now: new Date('2015-04-01T20:30Z') });
    const { run, findings } = await analyzeDay(early, ports(known(DAY, loudAt(15))), signal);
    expect([run.status, findings]).toEqual(['partial', []]);
    expect(run.left_out).toEqual([
      "syslog: 1 series not assessed, 4 hours of the day not over yet; the talk's method needs a whole day",
    ]);
  });

  it('names documents that are in no series', async () => {
    const tested = known(DAY, flat(9), { without_subtype: 12 });
    const { run } = await analyzeDay(request(), ports(tested), signal);
    expect(run.left_out).toEqual([
      'syslog: 12 documents without syslog_severity_code, in no series',
    ]);
  });

  /** Ports that do not come to counting a day. */
  const failing = (
    countDay: CountingPorts['countDay'],
    parts: Partial<AnalyzeDayPorts> = {},
  ): AnalyzeDayPorts & Recorder => {
    const tested = known(DAY, flat(9));
    return ports(tested, { counting: counting(tested, { countDay }), ...parts });
  };

  it('keeps a failed run with its reason', async () => {
    const countDay = () => Promise.reject(new Error('Elasticsearch does not answer'));
    const recorder = failing(countDay);
    await expect(analyzeDay(request(), recorder, signal)).rejects.toThrow('does not answer');
    expect(recorder.runs.at(-1)).toMatchObject({
      status: 'failed',
      error: 'Elasticsearch does not answer',
    });
  });

  it('keeps a run that was stopped as canceled, without an error', async () => {
    const controller = new AbortController();
    const countDay = () => {
      controller.abort();
      return Promise.reject(new Error('aborted'));
    };
    const recorder = failing(countDay);
    await expect(analyzeDay(request(), recorder, controller.signal)).rejects.toThrow('aborted');
    expect(recorder.runs.at(-1)).toMatchObject({ status: 'canceled', error: null });
  });

  it('keeps a run as partial when the session ended, and as failed when the process stops', async () => {
    const countDay = () => Promise.reject(new Error('401'));
    const over = failing(countDay, { isSessionOver: () => true });
    await expect(analyzeDay(request(), over, signal)).rejects.toThrow('401');
    expect(over.runs.at(-1)).toMatchObject({
      status: 'partial',
      error: 'your session ended; start the analysis again to continue',
    });
    const stopping = AbortSignal.abort(new ProcessStopping());
    const stopped = failing(countDay);
    await expect(analyzeDay(request(), stopped, stopping)).rejects.toThrow('401');
    expect(stopped.runs.at(-1)).toMatchObject({ status: 'failed' });
  });

  it('reports its progress: days, series and tagged documents', async () => {
    const seen: string[] = [];
    const recorder = ports(known(DAY, loudAt(15)), {
      openTagging: () => documentsAt15(400).ports,
      isTagging: true,
      onProgress: ({ phase, days_counted, series_compared, documents_tagged }) =>
        seen.push([phase, days_counted, series_compared, documents_tagged].join(' ')),
    });
    const { run } = await analyzeDay(request(), recorder, signal);
    expect(seen).toEqual(
      expect.arrayContaining(['counting 1 0 0', 'counting 32 1 0', 'tagging 32 1 400']),
    );
    expect(run.progress).toEqual({
      phase: 'done',
      days: 32,
      days_counted: 32,
      series: 1,
      series_compared: 1,
      findings: 1,
      documents_to_tag: 400,
      documents_tagged: 400,
    });
  });

  const MISSING = 'the privilege "read" is missing on "logs-*"';

  /** Ports whose counts are made with rights that do not show all documents. */
  function seenInPart(parts: Partial<AnalyzeDayPorts> = {}): AnalyzeDayPorts & Recorder {
    const tested = known(DAY, loudAt(15));
    const missingRights = () => Promise.resolve([MISSING]);
    return ports(tested, { counting: counting(tested, { missingRights }), ...parts });
  }

  it('keeps what a user sees in part as an own run, in part, and never tags', async () => {
    const fake = documentsAt15(3);
    const tagging = { openTagging: () => fake.ports, isTagging: true };
    const eve = request({ started_by: 'eve', is_seen_in_part: true });
    const { run, findings } = await analyzeDay(eve, seenInPart(tagging), signal);
    expect(run).toMatchObject({
      run_id: 'default:2015-04-01:UTC:eve',
      seen_by: 'eve',
      status: 'partial',
      tagged: null,
      left_out: [
        `syslog: only readable documents are counted, and their counts are not kept: ${MISSING}`,
        'nothing was tagged, because tagging needs the rights to read all documents',
      ],
    });
    expect(findings).toMatchObject([{ run_id: run.run_id, seen_by: 'eve' }]);
    expect([fake.entries.size, tagsIn(fake)]).toEqual([0, [undefined, undefined, undefined]]);
  });

  it('says nothing for everybody where a right was lost since the run began', async () => {
    const recorder = seenInPart();
    const { run, findings } = await analyzeDay(request(), recorder, signal);
    expect([run.status, run.seen_by, findings]).toEqual(['partial', null, []]);
    expect(run.source_results).toMatchObject([{ state: 'unknown' }]);
    expect(run.left_out).toEqual([
      `syslog: only readable documents are counted, and their counts are not kept: ${MISSING}`,
      `syslog: not assessed, ${MISSING}`,
    ]);
  });

  it('carries on what earlier attempts know of sources that it could not judge', async () => {
    const first = await analyzeDay(request(), ports(known(DAY, loudAt(15))), signal);
    const unknown: CountedDay = { state: 'unknown', day: DAY, reason: '1 of 5 shards failed' };
    const again = request({ attempt: 'second', earlier: carriedOn(first.run) });
    const second = await analyzeDay(again, ports(unknown), signal);
    expect(second.run.earlier).toMatchObject([
      { attempt: 'first', source_results: [{ source: 'syslog', findings: 1, documents: 500 }] },
    ]);
    const third = request({ attempt: 'third', earlier: carriedOn(second.run) });
    const { run } = await analyzeDay(third, ports(known(DAY, flat(9))), signal);
    expect(run.earlier).toEqual([]);
  });

  /** Ports of which 11 training days of a source are unknown at first, for trouble that may pass. */
  function troubledFirst(times: number, parts: Partial<AnalyzeDayPorts> = {}) {
    const pauses: number[] = [];
    const asked: string[] = [];
    const wait = (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds));
    const tested = known(DAY, loudAt(15));
    const whole = counting(tested);
    const isTroubled = (source: string, day: string): boolean =>
      source === 'syslog' &&
      daysBetween(day, DAY) > 20 &&
      asked.filter((id) => id === source).length <= times;
    const troubled = counting(tested, {
      missingRights: ({ id }) => {
        asked.push(id);
        return Promise.resolve([]);
      },
      countDay: (source, group, day, stop) =>
        isTroubled(source.id, day.day)
          ? Promise.resolve({ ...unknownFor('a shard failed', true), searches: 1 })
          : whole.countDay(source, group, day, stop),
      readKept: () => Promise.resolve({ days: new Map(), problem: null }),
    });
    return { ...ports(tested, { counting: troubled, wait, ...parts }), pauses, asked };
  }

  it('asks again at its end for counts that were unknown for trouble that may pass', async () => {
    const recorder = troubledFirst(1);
    const { run } = await analyzeDay(request(), recorder, signal);
    expect(run).toMatchObject({ status: 'analyzed', left_out: [], findings: 1 });
    expect(run.source_results).toMatchObject([{ training_days: 31, searches: 66 }]);
    expect(recorder.pauses).toEqual([1_000]);
  });

  it('assesses a troubled source after all others, which keep their order', async () => {
    const recorder = troubledFirst(1);
    const { settings } = request();
    const [syslog] = settings.sources;
    const two = [syslog, { ...syslog, id: 'other' }] as Settings['sources'];
    const both = request({ settings: { ...settings, sources: two } });
    const { run } = await analyzeDay(both, recorder, signal);
    expect(recorder.asked).toEqual(['syslog', 'other', 'syslog']);
    expect(run.source_results.map(({ source }) => source)).toEqual(['syslog', 'other']);
  });

  it('is partial where the trouble stays, and says which source is troubled', async () => {
    const recorder = troubledFirst(99);
    const { run } = await analyzeDay(request(), recorder, signal);
    expect(run).toMatchObject({
      status: 'partial',
      left_out: [expect.stringMatching(/^syslog: 11 training days unknown .*a shard failed$/)],
      source_results: [{ state: 'judged', is_troubled: true, training_days: 20 }],
    });
    expect(recorder.pauses).toEqual([1_000, 5_000]);
  });

  it('keeps a whole result rather than replace it by a troubled one', async () => {
    const first = await analyzeDay(request(), ports(known(DAY, loudAt(15))), signal);
    const opened = jest.fn(() => ({
      add: () => Promise.resolve(),
      close: () => Promise.resolve(),
    }));
    const recorder = troubledFirst(99, { openSeries: opened });
    const again = request({ attempt: 'second', earlier: carriedOn(first.run) });
    const { run } = await analyzeDay(again, recorder, signal);
    expect(run).toMatchObject({
      status: 'partial',
      source_results: [{ state: 'unknown' }],
      earlier: [{ attempt: 'first', source_results: [{ findings: 1 }] }],
    });
    expect([recorder.findings, opened.mock.calls]).toEqual([[[]], []]);
  });

  it('holds no result of its own before its findings are stored', async () => {
    const first = await analyzeDay(request(), ports(known(DAY, loudAt(15))), signal);
    const saveFindings = () => Promise.reject(new Error('the index is read-only'));
    const again = request({ attempt: 'second', earlier: carriedOn(first.run) });
    const recorder = ports(known(DAY, flat(9)), { saveFindings });
    await expect(analyzeDay(again, recorder, signal)).rejects.toThrow('read-only');
    const { earlier } = recorder.runs.at(-1) ?? {};
    expect(recorder.runs.at(-1)).toMatchObject({ status: 'failed', source_results: [] });
    expect(earlier).toMatchObject([{ attempt: 'first', source_results: [{ findings: 1 }] }]);
  });

  it('throws the first error if the failure cannot be stored either', async () => {
    let calls = 0;
    const saveRun = () => (++calls === 1 ? Promise.resolve() : Promise.reject(new Error('second')));
    const countDay = () => Promise.reject(new Error('first'));
    const both = failing(countDay, { saveRun });
    await expect(analyzeDay(request(), both, signal)).rejects.toThrow('first');
  });

  it('works the settings hash out from what decides, not from the order of keys', async () => {
    const first = await analyzeDay(request(), ports(known(DAY, flat(9))), signal);
    const second = await analyzeDay(
      request({ now: new Date('2015-05-01T00:00Z') }),
      ports(known(DAY, flat(9))),
      signal,
    );
    expect(second.run.settings_hash).toBe(first.run.settings_hash);
  });
});

describe('a source in which somebody invents series', () => {
  const MADE_UP = 130_000;

  /** The usual series, and new ones, of which the n-th from the end has n events at noon. */
  function flooded(): CountedDay {
    const series = new HourTable(MADE_UP + 1);
    series.addHours('5', flat(9));
    for (let place = 0; place < MADE_UP; place += 1) {
      series.add(`made up ${place}`, 12, MADE_UP - place);
    }
    return known(DAY, flat(9), { series, documents: MADE_UP });
  }

  it('ends with as many findings as can be looked at, and says how many are new', async () => {
    let portions = 0;
    const openSeries = () => ({
      add: () => Promise.resolve(void (portions += 1)),
      close: () => Promise.resolve(),
    });
    // One document of each series; that of the first 1,000 is to be tagged.
    const fake = fakeTagging(
      Array.from({ length: 1_100 }, (_, place) => ({ hour: 12, subtype: `made up ${place}` })),
    );
    // Few training days: each of the series is compared with all of them.
    const training = daysBefore(DAY, 7).map((day) => known(day, flat(9)));
    const tested = flooded();
    const recorder = ports(tested, {
      counting: portsCounting([tested, ...training]),
      openSeries,
      openTagging: () => fake.ports,
      isTagging: true,
    });
    const { settings } = request();
    const asked = request({
      settings: { ...settings, training: { ...settings.training, days: training.length } },
    });
    const { run, findings } = await analyzeDay(asked, recorder, signal);
    expect(portions).toBe(Math.ceil((MADE_UP + 1) / 500));
    expect(findings).toHaveLength(1_000);
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(['new']));
    const subtypes = new Set(findings.map(({ subtype }) => subtype));
    expect([subtypes.has('made up 0'), subtypes.has('made up 999')]).toEqual([true, true]);
    expect(recorder.findings[0]).toHaveLength(1_000);
    expect(run).toMatchObject({
      status: 'analyzed',
      series: MADE_UP + 1,
      series_unusual: 1_000,
      findings: 1_000,
      tagged: 1_000,
      left_out: [
        'syslog: 130,000 series are new: the 1,000 with the most events are findings, the others are listed only, and none of their documents is tagged',
      ],
    });
  }, 120_000);
});
