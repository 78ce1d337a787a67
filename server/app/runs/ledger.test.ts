import { parseSettings } from '../../../common/settings/parse_settings';
import { fakeLedger } from '../../../test/fixtures/fake_ledger';
import { closedDays, findDueDays, type DueDaysPorts } from './due_days';
import { carriedOn } from './earlier_attempts';
import { countLateDocuments } from './late_documents';
import { isDue, isGap, ledgerOf } from './ledger';
import type { Run, SourceResult } from './run';
import { startedRun } from './started_run';

const { signal } = new AbortController();
const ZONE = 'America/Toronto';
const NOW = new Date('2015-04-02T10:00Z');

const parsed = parseSettings({ zone: ZONE });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const settings = parsed.settings;
const sources = settings.sources.filter(({ id }) => id === 'syslog');

function result(documents: number): SourceResult {
  const nothing = {
    not_judged: 0,
    below_floor: 0,
    without_subtype: 0,
    training_days: 31,
    searches: 1,
  };
  return { source: 'syslog', state: 'judged', series: 8, documents, ...nothing };
}

function run(day: string, parts: Partial<Run> = {}): Run {
  const now = new Date(`${day}T23:00Z`);
  const later = new Date(now.getTime() + 12 * 3_600_000);
  const started = startedRun({
    day,
    scope: 'default',
    settings,
    now: later,
    attempt: 'a',
    started_by: null,
    origin: 'schedule',
  });
  return { ...started, status: 'analyzed', source_results: [result(100)], ...parts };
}

describe('ledgerOf', () => {
  const days = ['2015-03-26', '2015-03-27', '2015-03-28', '2015-03-29', '2015-03-30', '2015-04-02'];
  const cost = { searches: 131, documents_written: 512 };
  const runs = [
    run('2015-03-26', { series: 42, series_unusual: 5, tagged: 131, duration_ms: 4_000, cost }),
    run('2015-03-27', { status: 'partial', left_out: ['syslog: not assessed, no index'] }),
    run('2015-03-28', { status: 'running', heartbeat_at: '2015-04-02T09:59:30Z' }),
    run('2015-03-29', { status: 'running', heartbeat_at: '2015-04-02T09:58:00Z' }),
  ];
  const ledger = ledgerOf(days, { zone: ZONE, runs, late: new Map(), now: NOW });

  it('says what each run cost, and nothing if there is none or an old one', () => {
    const [whole, old, , , missed] = ledger;
    expect(whole).toMatchObject({ duration_ms: 4_000, cost });
    expect(old).not.toHaveProperty('cost');
    expect(missed).not.toHaveProperty('duration_ms');
  });

  it('describes the state of each day, in words if it is unusual', () => {
    expect(ledger.map(({ day, state, words }) => [day, state, words])).toEqual([
      ['2015-03-26', 'analyzed', null],
      ['2015-03-27', 'partial', 'syslog: not assessed, no index'],
      ['2015-03-28', 'running', 'running'],
      [
        '2015-03-29',
        'failed',
        'no heartbeat since 2 April 05:58; start the analysis again to continue',
      ],
      ['2015-03-30', 'missed', 'not analyzed'],
      ['2015-04-02', 'missed', 'not over yet'],
    ]);
    expect(ledger[0]).toMatchObject({ hours_known: 24, series_unusual: 5, tagged: 131 });
  });

  it('says that a day has not begun, or that it has no logs', () => {
    const absent = { ...result(0), state: 'unknown' as const, is_absent: true as const };
    const runs = [
      run('2015-03-27', { status: 'partial', left_out: ['a note'], source_results: [absent] }),
    ];
    const days = ledgerOf(['2015-03-27', '2015-04-03'], {
      zone: ZONE,
      runs,
      late: new Map(),
      now: NOW,
    });
    expect(days.map(({ state, words }) => [state, words])).toEqual([
      ['partial', 'no logs'],
      ['missed', 'not begun'],
    ]);
  });

  it('knows no hour of a day of which no source could be read, unless an earlier attempt did', () => {
    const unread = { ...result(0), state: 'unknown' as const };
    const known = (parts: Partial<Run>) =>
      ledgerOf(['2015-03-30'], {
        zone: ZONE,
        runs: [run('2015-03-30', { status: 'partial', ...parts })],
        late: new Map(),
        now: NOW,
      })[0]?.hours_known;
    expect(known({ source_results: [unread] })).toBe(0);
    expect(known({ source_results: [unread, result(1)] })).toBe(24);
    const earlier = carriedOn(run('2015-03-30'));
    expect(known({ source_results: [unread], earlier })).toBe(24);
  });

  it('names late events, and the hours of a day that was analyzed before it was over', () => {
    const early = run('2015-03-30', { status: 'partial', '@timestamp': '2015-03-30T22:20:00Z' });
    const [day] = ledgerOf(['2015-03-30'], {
      zone: ZONE,
      runs: [early],
      late: new Map(),
      now: NOW,
    });
    expect(day).toMatchObject({
      state: 'partial',
      words: 'partial: 00:00 to 18:00',
      hours_known: 18,
    });
    const late = new Map([['2015-03-30', 212]]);
    const [stale] = ledgerOf(['2015-03-30'], { zone: ZONE, runs: [early], late, now: NOW });
    expect(stale).toMatchObject({ state: 'stale', words: '212 late events' });
  });

  it('names the silences that late data lifted, whatever else it says of the day', () => {
    const asked = ['2015-03-30'];
    const wordsOf = (names: readonly string[], parts: Partial<Run> = {}, late = 0) =>
      ledgerOf(asked, {
        zone: ZONE,
        runs: [run('2015-03-30', { lifted_silences: names, ...parts })],
        sources,
        late: new Map(late === 0 ? [] : [['2015-03-30', late]]),
        now: NOW,
      }).map(({ state, words }) => [state, words]);
    expect(wordsOf([])).toEqual([['analyzed', null]]);
    const web1 = 'late data: not silent after all: web1';
    expect(wordsOf(['web1'])).toEqual([['analyzed', web1]]);
    expect(wordsOf(['web1', 'db', 'mail', 'a', 'b'])).toEqual([
      ['analyzed', 'late data: not silent after all: web1, db, mail and 2 more'],
    ]);
    const partial = { status: 'partial' as const, left_out: ['postfix: no index'] };
    expect(wordsOf(['web1'], partial)).toEqual([['partial', `postfix: no index; ${web1}`]]);
    const missing = { source_results: [{ ...result(100), source: 'postfix' }] };
    expect(wordsOf(['web1'], missing)).toEqual([['partial', `syslog: not analyzed; ${web1}`]]);
    expect(wordsOf(['web1'], {}, 28)).toEqual([
      ['stale', '28 late events: not silent after all: web1'],
    ]);
  });

  it('does not take a run in another zone for one of this zone', () => {
    const other = run('2015-03-26', { zone: 'UTC' });
    const [day] = ledgerOf(['2015-03-26'], {
      zone: ZONE,
      runs: [other],
      late: new Map(),
      now: NOW,
    });
    expect(day?.state).toBe('missed');
  });

  it('leaves days alone that were analyzed, are being analyzed, or were canceled', () => {
    const dueDays = ledger.filter(isDue).map(({ day }) => day);
    expect(dueDays).toEqual(['2015-03-27', '2015-03-29', '2015-03-30', '2015-04-02']);
    const canceled = ledgerOf(['2015-03-26'], {
      zone: ZONE,
      runs: [run('2015-03-26', { status: 'canceled' })],
      late: new Map(),
      now: NOW,
    });
    expect(canceled.filter(isDue)).toEqual([]);
  });

  it('fills where that is asked for what is due or was canceled, and is over', () => {
    const gaps = ledger.filter((day) => isGap(day, ZONE, NOW)).map(({ day }) => day);
    expect(gaps).toEqual(['2015-03-27', '2015-03-29', '2015-03-30']);
    const canceled = ledgerOf(['2015-03-26'], {
      zone: ZONE,
      runs: [run('2015-03-26', { status: 'canceled' })],
      late: new Map(),
      now: NOW,
    });
    expect(canceled.filter((day) => isGap(day, ZONE, NOW))).toHaveLength(1);
  });
});

/** Indices with so many documents of the source on each day, and one group. */
function counting(documents: ReadonlyMap<string, number>): DueDaysPorts['counting'] {
  const group = { index: 'logs', fields: new Map(), subtype_kind: 'keyword', unusable: null };
  return {
    indexGroups: () => Promise.resolve({ state: 'known', value: [group] }),
    dayDocuments: (_source, _group, days) => {
      const found = days.map(({ day }) => {
        const count = documents.get(day) ?? 0;
        return [day, { all: count, of_source: count }] as const;
      });
      return Promise.resolve({ state: 'known', value: new Map(found), searches: 1 });
    },
  };
}

describe('a day with results of several attempts', () => {
  const DAY = '2015-03-30';
  const ask = (parts: Partial<Run>, enabled = settings.sources.slice(0, 1)) => {
    const known = {
      zone: ZONE,
      runs: [run(DAY, parts)],
      late: new Map<string, number>(),
      now: NOW,
    };
    return ledgerOf([DAY], { ...known, sources: enabled }).map((day) => [day.state, day.words]);
  };
  const other = { ...result(100), source: 'postfix' };
  const earlier = carriedOn(run(DAY, { source_results: [other], attempt: 'before' }));

  it('is whole where each enabled source has a whole one', () => {
    const both = settings.sources.filter(({ id }) => id === 'syslog' || id === 'postfix');
    expect(ask({ earlier }, both)).toEqual([['analyzed', null]]);
    expect(ask({}, both)).toEqual([['partial', 'postfix: not analyzed']]);
    const inPart = earlier.map((attempt) => ({ ...attempt, status: 'partial' as const }));
    expect(ask({ earlier: inPart }, both)).toEqual([['partial', 'postfix: only partly analyzed']]);
    expect(ask({ earlier: inPart })).toEqual([['analyzed', null]]);
  });

  it('is due where trouble has left some counts unknown', () => {
    const source_results = [{ ...result(100), is_troubled: true as const }];
    expect(ask({ status: 'partial', source_results })).toEqual([
      ['partial', 'syslog: some counts are unknown, maybe only temporarily'],
    ]);
  });

  it('is due where one of them was seen with rights that do not show all', () => {
    expect(ask({ seen_by: 'eve' })).toEqual([['partial', 'seen only with the rights of eve']]);
  });

  it('adds up what all of them found', () => {
    const runs = [run(DAY, { earlier, series_unusual: 5, series: 8 })];
    const [day] = ledgerOf([DAY], { zone: ZONE, runs, late: new Map(), now: NOW });
    expect(day).toMatchObject({ series: 16 });
  });
});

describe('countLateDocuments', () => {
  it('counts what has come since, and takes no notice of logs that expire', async () => {
    const runs = [run('2015-03-30'), run('2015-03-31'), run('2015-04-01', { status: 'running' })];
    const ports = counting(
      new Map([
        ['2015-03-30', 312],
        ['2015-03-31', 0],
        ['2015-04-01', 900],
      ]),
    );
    const late = await countLateDocuments(sources, runs, ports, signal);
    expect(late).toEqual(new Map([['2015-03-30', 212]]));
  });

  it('says nothing where the indices do not answer', async () => {
    const ports: DueDaysPorts['counting'] = {
      ...counting(new Map()),
      indexGroups: () => Promise.resolve({ state: 'unknown', reason: 'an index does not answer' }),
    };
    expect(await countLateDocuments(sources, [run('2015-03-30')], ports, signal)).toEqual(
      new Map(),
    );
  });
});

describe('closedDays', () => {
  it('takes the last seven days that ended at least 15 minutes ago, oldest first', () => {
    const midnight = Date.parse('2015-04-02T04:00Z');
    expect(closedDays(ZONE, new Date(midnight + 14 * 60_000))).toEqual([
      '2015-03-25',
      '2015-03-26',
      '2015-03-27',
      '2015-03-28',
      '2015-03-29',
      '2015-03-30',
      '2015-03-31',
    ]);
    expect(closedDays(ZONE, new Date(midnight + 15 * 60_000)).at(-1)).toBe('2015-04-01');
  });
});

describe('findDueDays', () => {
  it('finds what is missing, partial, stale or failed among the last seven days', async () => {
    const ledger = fakeLedger();
    const runs = [
      run('2015-03-26'),
      run('2015-03-27', { status: 'partial' }),
      run('2015-03-28', { status: 'failed' }),
      run('2015-03-29'),
      run('2015-03-31'),
      run('2015-04-01', { status: 'canceled' }),
    ];
    for (const one of runs) await ledger.write(one, null, signal);
    const documents = new Map(runs.map(({ day }) => [day, day === '2015-03-31' ? 150 : 100]));
    const request = { scope: 'default', zone: ZONE, sources, now: NOW };
    const ports = { ledger, counting: counting(documents) };
    expect(await findDueDays(request, ports, signal)).toEqual([
      '2015-03-27',
      '2015-03-28',
      '2015-03-30',
      '2015-03-31',
    ]);
  });
});
