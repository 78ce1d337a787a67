import { parseSettings } from '../../../common/settings/parse_settings';
import type { Finding } from '../../../common/waveform/hours';
import type { Run, SourceResult } from '../../app/runs/run';
import { startedRun } from '../../app/runs/started_run';
import { viewOfDay } from '../../app/runs/view/day_view';
import type { DayView } from '../../app/runs';
import type { Reader } from '../reader';
import { drawnAhead, findingsAhead, readAhead, type ReadAhead } from './read_ahead';

const DAY = '2015-04-01';
const RUN_ID = `default:${DAY}:UTC`;
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error('valid settings expected');
const { settings } = parsed;

function resultOf(source: string, findings: number | undefined): SourceResult {
  const nothing = { not_judged: 0, below_floor: 0, without_subtype: 0 };
  const counted = { series: 9, documents: 9, ...nothing, training_days: 31, searches: 1 };
  return { source, state: 'judged', ...counted, ...(findings !== undefined && { findings }) };
}

function viewWith(results: readonly SourceResult[], parts: Partial<Run> = {}): DayView {
  const run = startedRun({
    ...{ day: DAY, scope: 'default', settings, now: new Date('2015-04-02T06:00:00Z') },
    ...{ attempt: 'a', started_by: null, origin: 'user' },
  });
  const view = viewOfDay([{ ...run, status: 'analyzed', source_results: results, ...parts }]);
  if (view === undefined) throw new Error('a view expected');
  return view;
}

function findingOf(source: string, runId = RUN_ID): Finding {
  return { run_id: runId, source } as Finding;
}

function aheadWith(parts: Partial<ReadAhead>): ReadAhead {
  return { run_ids: new Set([RUN_ID]), findings: [], drawn: [], ...parts };
}

describe('findings that are read ahead', () => {
  const findings = [findingOf('syslog'), findingOf('syslog'), findingOf('ossec')];
  const ahead = aheadWith({ findings });

  it('are those of the day if each source has as many as its run says', () => {
    const view = viewWith([resultOf('syslog', 2), resultOf('ossec', 1), resultOf('mail', 0)]);
    expect(findingsAhead(ahead, view)).toEqual(findings);
  });

  it('are read again if a source has fewer, more, or an unknown number', () => {
    for (const number of [3, 1, undefined]) {
      const view = viewWith([resultOf('syslog', number), resultOf('ossec', 1)]);
      expect(findingsAhead(ahead, view)).toBeUndefined();
    }
  });

  it('are read again if the day has a run that was not expected', () => {
    const id = `default:${DAY}:Europe/Berlin`;
    const view = viewWith([resultOf('syslog', 0)], { run_id: id, zone: 'Europe/Berlin' });
    expect(findingsAhead(aheadWith({}), view)).toBeUndefined();
  });

  it('do not count for the run of another user', () => {
    const eve = [findingOf('syslog', `${RUN_ID}:eve`), findingOf('syslog')];
    const view = viewWith([resultOf('syslog', 1)]);
    expect(findingsAhead(aheadWith({ findings: eve }), view)).toEqual(eve);
    expect(findingsAhead(aheadWith({ findings: eve.slice(0, 1) }), view)).toBeUndefined();
  });
});

describe('what reports draw and was read ahead', () => {
  const drawn = ['syslog', 'ossec'].map((source) => {
    return { run_id: RUN_ID, source, attempt: source === 'ossec' ? 'earlier' : 'a', series: [] };
  });

  it('is known for the attempt that is shown, and missing for others', () => {
    const view = viewWith(['syslog', 'ossec', 'mail'].map((source) => resultOf(source, 0)));
    const { known, missing } = drawnAhead(aheadWith({ drawn }), view);
    expect(known).toEqual(drawn.slice(0, 1));
    expect(missing.map(({ result }) => result.source)).toEqual(['ossec', 'mail']);
  });

  it('is not missing for a source without series', () => {
    const view = viewWith([{ ...resultOf('mail', 0), series: 0 }, resultOf('ossec', 0)]);
    const { missing } = drawnAhead(aheadWith({ drawn: [] }), view);
    expect(missing.map(({ result }) => result.source)).toEqual(['ossec']);
  });
});

describe('readAhead', () => {
  it('asks for the run of all and that of the user, and for the enabled sources', async () => {
    const asked: unknown[] = [];
    const note = (wanted: unknown) => {
      asked.push(wanted);
      return Promise.resolve([]);
    };
    const reader = { scope: 'default', user: 'eve', fetchFindings: note, fetchDrawnSeries: note };
    const [first, second] = settings.sources;
    if (first === undefined || second === undefined) throw new Error('two sources expected');
    const sources = [
      { ...first, enabled: true },
      { ...second, enabled: false },
    ];
    const { signal } = new AbortController();
    const some = { ...settings, sources };
    const ahead = await readAhead(reader as Partial<Reader> as Reader, some, DAY, signal);
    expect(asked).toEqual([[RUN_ID, `${RUN_ID}:eve`], [{ run_id: RUN_ID, source: first.id }]]);
    expect([...ahead.run_ids]).toEqual([RUN_ID, `${RUN_ID}:eve`]);
  });
});
