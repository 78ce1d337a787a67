import { carriedOn } from '../earlier_attempts';
import { sourcesByRun, viewOfDay, viewsOfDays } from './day_view';
import { flagsInView } from './flags_in_view';
import type { Run, SourceResult } from '../run';
import { NO_PROGRESS, runIdOf } from '../run';
import { isShared, ownRunId, visibleRuns } from '../run_owner';

const DAY = '2026-11-27';

function result(source: string, parts: Partial<SourceResult> = {}): SourceResult {
  const numbers = { series: 4, not_judged: 0, below_floor: 0, documents: 100, searches: 1 };
  const known = { without_subtype: 0, training_days: 31, findings: 2, series_unusual: 1 };
  return { source, state: 'judged', ...numbers, ...known, ...parts };
}

/** As versions have kept it that did not say how much was found in each source. */
function olderResult(source: string): SourceResult {
  const older: Partial<SourceResult> = result(source);
  const { findings, series_unusual, ...kept } = { ...older };
  expect([findings, series_unusual]).toEqual([2, 1]);
  return kept as SourceResult;
}

function run(hour: number, results: readonly SourceResult[], parts: Partial<Run> = {}): Run {
  const at = `2026-11-28T0${hour}:00:00.000Z`;
  return {
    '@timestamp': at,
    scope: 'default',
    run_id: runIdOf('default', DAY, 'UTC'),
    day: DAY,
    zone: 'UTC',
    status: 'analyzed',
    attempt: `at ${hour}`,
    heartbeat_at: at,
    started_by: null,
    origin: 'command',
    seen_by: null,
    progress: NO_PROGRESS,
    method: 'talk',
    settings_hash: '',
    settings: { of: hour },
    source_results: results,
    series: 4,
    series_unusual: 1,
    findings: 2,
    documents: 100,
    tagged: null,
    untagged: null,
    duration_ms: 1,
    left_out: [],
    error: null,
    ...parts,
  };
}

const firewall = run(6, [result('firewall', { notes: ['12 documents without k, in no series'] })]);
const mail = run(7, [result('mail')], { earlier: carriedOn(firewall), tagged: 22 });
const ofEve = { run_id: ownRunId(mail, 'eve'), seen_by: 'eve', status: 'partial' } as const;

describe('viewOfDay', () => {
  it('has each source with its newest result, and by which settings it was assessed', () => {
    const view = viewOfDay([mail]);
    expect(view?.results.map(({ result: { source }, run: by }) => [source, by.settings])).toEqual([
      ['mail', { of: 7 }],
      ['firewall', { of: 6 }],
    ]);
    expect(view?.run).toMatchObject({ findings: 4, series: 8, documents: 200, tagged: 22 });
  });

  it('says which results the latest analysis did not cover, and what is to be known of them', () => {
    expect(viewOfDay([mail])?.run.left_out).toEqual([
      'firewall: 12 documents without k, in no series',
      'firewall: result of the analysis of 28 November 06:00, the latest one did not cover it',
    ]);
  });

  it('is the run itself where one run says it all, also one of an older version', () => {
    const alone = run(6, [olderResult('mail')], { findings: 7 });
    expect(viewOfDay([alone])?.run).toBe(alone);
  });

  it('takes what a run did not know from the result before it', () => {
    const unknown = run(8, [result('mail', { state: 'unknown' })], { earlier: carriedOn(mail) });
    const view = viewOfDay([unknown]);
    expect(view?.results).toMatchObject([
      { result: { source: 'mail', state: 'judged' }, run: { attempt: 'at 7' } },
      { result: { source: 'firewall', state: 'judged' }, run: { attempt: 'at 6' } },
    ]);
  });

  it('keeps the results before a run that failed', () => {
    const failed = run(8, [], { status: 'failed', earlier: carriedOn(mail) });
    expect(viewOfDay([failed])?.run).toMatchObject({ status: 'failed', findings: 4 });
  });

  it('shows users their own result while it is the newest, and the shared one after that', () => {
    const own = run(8, [result('mail', { documents: 3 })], ofEve);
    expect(viewOfDay([mail, own])?.run).toMatchObject({ seen_by: 'eve', documents: 103 });
    expect(sourcesByRun(viewsOfDays([mail, own]))).toEqual([
      { run_id: own.run_id, sources: ['mail'] },
      { run_id: mail.run_id, sources: ['firewall'] },
    ]);
    const later = run(9, [result('mail')], { earlier: carriedOn(mail) });
    expect(viewOfDay([later, own])?.run).toMatchObject({ seen_by: null, documents: 200 });
  });
});

describe('carriedOn', () => {
  it('gives each source once, and no source that was unknown', () => {
    const again = run(8, [result('firewall'), result('dns', { state: 'unknown' })], {
      earlier: carriedOn(mail),
    });
    const sources = carriedOn(again).flatMap(({ source_results: results }) => results);
    expect(sources.map(({ source }) => source)).toEqual(['firewall', 'mail']);
  });

  it('knows how much the only source of an older version had', () => {
    expect(
      carriedOn(run(6, [olderResult('mail')], { findings: 7, series_unusual: 5 })),
    ).toMatchObject([{ source_results: [{ findings: 7, series_unusual: 5 }] }]);
  });
});

describe("a user's own run", () => {
  const own = run(8, [result('mail')], ofEve);

  it('has an id with the name of its user, and no other user sees it', () => {
    expect([isShared(mail), isShared(own), own.run_id]).toEqual([
      true,
      false,
      'default:2026-11-27:UTC:eve',
    ]);
    expect(ownRunId(mail, 'a/b:c')).toBe('default:2026-11-27:UTC:a%2Fb%3Ac');
    expect(ownRunId(mail, 'x'.repeat(900)).length).toBeLessThan(200);
    expect(visibleRuns([mail, own], 'eve')).toEqual([mail, own]);
    expect(visibleRuns([mail, own], 'adam')).toEqual([mail]);
    expect(visibleRuns([mail, own], null)).toEqual([mail]);
  });

  it('shows its findings to that user only, instead of those of the result that it replaces', () => {
    const flags = [
      { run_id: mail.run_id, source: 'mail' },
      { run_id: mail.run_id, source: 'firewall' },
      { run_id: own.run_id, source: 'mail' },
    ];
    expect(flagsInView(flags, [mail])).toEqual(flags.slice(0, 2));
    expect(flagsInView(flags, [mail, own])).toEqual(flags.slice(1));
  });
});
