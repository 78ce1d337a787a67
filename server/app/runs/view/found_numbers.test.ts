import { viewOfDay } from './day_view';
import { carriedOn } from '../earlier_attempts';
import { runsLackingNumbers, withFoundNumbers } from './found_numbers';
import { NO_PROGRESS, runIdOf, type Run, type SourceResult } from '../run';
import { ownRunId } from '../run_owner';

const DAY = '2026-11-27';
const RUN_ID = runIdOf('default', DAY, 'UTC');

/** As the first version has kept it. */
function older(source: string): SourceResult {
  const numbers = { series: 4, not_judged: 0, below_floor: 0, documents: 100, searches: 1 };
  return { source, state: 'judged', ...numbers, without_subtype: 0, training_days: 31 };
}

function newer(source: string): SourceResult {
  return { ...older(source), findings: 5, series_unusual: 4 };
}

function run(hour: number, results: readonly SourceResult[], parts: Partial<Run> = {}): Run {
  const at = `2026-11-28T0${hour}:00:00.000Z`;
  return {
    '@timestamp': at,
    scope: 'default',
    run_id: RUN_ID,
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
    settings: {},
    source_results: results,
    series: 4,
    series_unusual: 6,
    findings: 7,
    documents: 100,
    tagged: null,
    untagged: null,
    duration_ms: 1,
    left_out: [],
    error: null,
    ...parts,
  };
}

const ofSource = (source: string, ...subtypes: readonly (string | null)[]) =>
  subtypes.map((subtype) => ({ run_id: RUN_ID, source, subtype }));
const first = run(6, [older('mail'), older('firewall'), older('dns')]);
const FOUND = [
  ...ofSource('mail', 'a', 'b'),
  ...ofSource('firewall', null, '__proto__', 'c'),
  { run_id: 'default:another', source: 'firewall', subtype: 'd' },
];

describe('how much a run of the first version found in each source', () => {
  it('is not asked where the run says all that there is to say', () => {
    expect(runsLackingNumbers([first])).toEqual([]);
    const whole = run(7, [newer('mail')], { earlier: carriedOn(run(6, [newer('dns')])) });
    expect(runsLackingNumbers([whole])).toEqual([]);
  });

  it('is counted where a newer run covers a part of the sources', () => {
    const again = run(7, [newer('mail')], { earlier: carriedOn(first) });
    expect(runsLackingNumbers([again])).toEqual([again]);
    const view = viewOfDay(withFoundNumbers([again], FOUND));
    expect(view?.run).toMatchObject({ findings: 5 + 3, series_unusual: 4 + 2 });
    expect(view?.results.map(({ result }) => [result.source, result.findings])).toEqual([
      ['mail', 5],
      ['firewall', 3],
      ['dns', 0],
    ]);
  });

  it("is counted where a user's own run covers a part of the sources", () => {
    const own = run(8, [newer('mail')], { run_id: ownRunId(first, 'eve'), seen_by: 'eve' });
    expect(runsLackingNumbers([first, own])).toEqual([first]);
    const view = viewOfDay(withFoundNumbers([first, own], FOUND));
    expect(view?.run).toMatchObject({ findings: 5 + 3, series_unusual: 4 + 2 });
  });
});
