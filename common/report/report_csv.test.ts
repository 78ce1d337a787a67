import { ordinaryDay } from '../../test/fixtures/page_day';
import { missingDay, unknownDay } from '../../test/fixtures/page_odd_days';
import { SILENT_ROWS } from '../../test/fixtures/page_silence';
import { reportCsv, type DayTable, type TableSilence } from './report_csv';

const linesOf = (table: DayTable, unnamed?: ReadonlySet<string>): string[] =>
  reportCsv(table, unnamed).trimEnd().split('\r\n');
const [HEADER = ''] = linesOf(ordinaryDay());
const [HOST] = SILENT_ROWS;

function stream(part: Partial<TableSilence>): TableSilence {
  if (HOST === undefined) throw new Error('nothing is silent');
  return { ...HOST, folded: 0, below: [], ...part };
}

/** The whole of a source, as silent as the host of the fixture. */
const sourceStream = (source: string): TableSilence =>
  stream({ source, host: null, subtype: null, series_name: `The ${source}` });

/** The first series of a day in a state. */
function seriesIn(state: string) {
  const found = ordinaryDay().series.find((row) => row.state === state);
  if (found === undefined) throw new Error(`no series is ${state}`);
  return found;
}

describe('the table of a day', () => {
  it('has what is silent first, then every series as before', () => {
    const day = ordinaryDay();
    const before = linesOf(day);
    const after = linesOf({ ...day, silences: [stream({})] });
    expect(after.filter((line) => !before.includes(line))).toEqual([after[1]]);
    expect(after.filter((_, place) => place !== 1)).toEqual(before);
    expect(after[1]).toMatch(
      /^syslog,,files1\.example\.org,silent,silent,,0,288,,,Silent host\. Last seen Sunday 29 March 13:58; .*,,$/,
    );
    expect(HEADER).toBe(
      'source,subtype,name,state,verdict,surprise,events,usual,ratio,hours,sentence,incident,values',
    );
  });

  it('has a row for a source that was silent, before the series', () => {
    const [, first, ...rest] = linesOf(missingDay());
    const [finding] = missingDay().source_findings;
    expect(first).toBe(
      `ossec,,OSSEC,unusual,silent,,0,,0,${String(finding?.hours.join(' '))},${String(finding?.explained)},,`,
    );
    expect(rest).toHaveLength(missingDay().series.length);
  });

  it('does not call the series of a silent source usual', () => {
    const day = unknownDay();
    const usual = day.series.filter((row) => row.source === 'postfix' && row.state === 'usual');
    expect(usual.length).toBeGreaterThan(0);
    const own = linesOf(day).filter((line) => line.startsWith('postfix,'));
    expect(own.filter((line) => line.includes(',usual,'))).toEqual([]);
    const cut = own.filter((line) => line.includes('Not assessed: the whole source was silent.'));
    expect(cut).toHaveLength(usual.length);
    const others = linesOf(day).filter((line) => !line.startsWith('postfix,'));
    expect(others.filter((line) => line.includes(',usual,')).length).toBeGreaterThan(0);
  });

  it('does not call them usual without a finding about the source, either', () => {
    const day = { ...ordinaryDay(), silences: [sourceStream('ossec')] };
    const lines = linesOf(day);
    expect(lines[1]).toMatch(/^ossec,,The ossec,silent,silent,,0,288,,,Silent source\. Last seen /);
    const own = lines.filter((line) => line.startsWith('ossec,'));
    expect(own.filter((line) => line.includes(',usual,'))).toEqual([]);
    const flagged = linesOf(ordinaryDay()).filter((line) => /^ossec,.*,unusual,/.test(line));
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.filter((line) => !lines.includes(line))).toEqual([]);
  });

  it('has one row for a source with a finding and a silence', () => {
    const lines = linesOf({ ...missingDay(), silences: [sourceStream('ossec')] });
    expect(lines).toHaveLength(linesOf(missingDay()).length);
    expect(lines[1]).toMatch(/^ossec,,OSSEC,unusual,silent,.*missing\. Last seen Sunday/);
  });

  it('has one row for a series that is silent and as usual otherwise', () => {
    const day = ordinaryDay();
    const row = seriesIn('usual');
    const own = { source: row.source, host: null, subtype: row.subtype, series_name: row.name };
    const lines = linesOf({ ...day, silences: [stream(own)] });
    expect(lines).toHaveLength(day.series.length + 1);
    expect(lines[1]).toContain(`${row.name},silent,silent,,${row.total},`);
    expect(lines.filter((line) => line.startsWith(`${row.source},${row.subtype},`))).toEqual([
      lines[1],
    ]);
  });

  it('has no second row for a series whose finding says that it was silent', () => {
    const day = ordinaryDay();
    const row = day.series.find(({ finding }) => finding?.verdict === 'silent');
    const own = { source: row?.source ?? '', host: null, subtype: row?.subtype ?? '' };
    expect(linesOf({ ...day, silences: [stream(own)] })).toEqual(linesOf(day));
    const more = day.series.find(({ finding }) => finding?.verdict === 'more');
    const other = { source: more?.source ?? '', host: null, subtype: more?.subtype ?? '' };
    const lines = linesOf({ ...day, silences: [stream(other)] });
    expect(lines).toHaveLength(day.series.length + 2);
    expect(lines[1]).toContain(',silent,silent,');
  });

  it('has a row for each stream that is silent for the same cause as another', () => {
    const day = ordinaryDay();
    const row = seriesIn('usual');
    const [first] = HOST?.below ?? [];
    if (first === undefined) throw new Error('nothing is folded');
    const source = { ...first, source: 'ossec', host: null, subtype: null, series_name: 'OSSEC' };
    const series = { ...first, source: row.source, subtype: row.subtype, series_name: row.name };
    const late = { ...first, host: 'late-host', state: 'late' as const };
    const below = [source, series, late];
    const lines = linesOf({ ...day, silences: [stream({ below, folded: 3 })] });
    expect(lines[1]).toContain('With it 3 more streams are silent.');
    expect(lines[2]).toBe(
      'ossec,,OSSEC,silent,silent,,,288,,,"Silent source, for the same cause as this host: files1.example.org.",,',
    );
    expect(lines[3]).toContain(`${row.name},silent,silent,,${row.total},`);
    expect(lines).toHaveLength(day.series.length + 3);
    expect(lines.filter((line) => /^ossec,.*,usual,/.test(line))).toEqual([]);
  });

  it('names the cause of what is silent with it, wherever that has its row', () => {
    const day = missingDay();
    const [first] = HOST?.below ?? [];
    if (first === undefined) throw new Error('nothing is folded');
    const below = ['a', 'b'].map((host) => ({ ...first, source: 'ossec', host, subtype: null }));
    const whole = { ...sourceStream('ossec'), below, folded: 2 };
    const lines = linesOf({ ...day, silences: [stream({}), whole] });
    expect(lines[1]).toContain('files1.example.org,silent');
    for (const line of lines.slice(2, 4)) {
      expect(line).toContain('Silent host, for the same cause as this source: The ossec.');
    }
    expect(lines[4]).toMatch(/^ossec,,OSSEC,unusual,silent,/);
  });

  it('says what is not known: sources first, notes such as on unwatched hosts last', () => {
    const { run, ...rest } = ordinaryDay();
    const [unread, ...others] = run.source_results;
    if (unread === undefined) throw new Error('the day has no source');
    const note = 'syslog: its hosts are not watched for silence: 1 of 5 shards failed';
    const results = [{ ...unread, state: 'unknown' as const, documents: 0 }, ...others];
    const day = { ...rest, run: { ...run, source_results: results, left_out: [note] } };
    const [, first, ...lines] = linesOf({ ...day, silences: [stream({})] });
    expect(first).toBe(`${unread.source},,,unknown,,,,,,,The source could not be read.,,`);
    expect(lines[0]).toContain(',silent,silent,');
    expect(lines.at(-1)).toBe(`,,,note,,,,,,,${note},,`);
    expect(linesOf(day, new Set()).at(-1)).toContain('1 note about this run on the page');
  });

  it('has no count of events where none is known', () => {
    const day = ordinaryDay();
    const [row] = day.series;
    if (row === undefined) throw new Error('the day has no series');
    const unknown = { ...row, finding: null, state: 'not_judged' as const, total: 0 };
    const series = [{ ...unknown, today: row.today.map(() => null) }];
    const [, line = ''] = linesOf({ ...day, series });
    expect(line.split(',')[HEADER.split(',').indexOf('events')]).toBe('');
  });

  it('leaves out the names of hosts, and of series of hosts', () => {
    const series = { source: 'ossec', host: null, subtype: 'db7', series_name: 'host db7' };
    const day = { ...ordinaryDay(), silences: [stream({}), stream(series)] };
    const [, host, ofHost] = linesOf(day, new Set(['ossec']));
    expect(host).toMatch(/^syslog,,A host of syslog,silent,/);
    expect(ofHost).toMatch(/^ossec,,A series of ossec,silent,/);
    expect(reportCsv(day, new Set(['ossec']))).not.toMatch(/files1|db7/);
    expect(reportCsv(day)).toMatch(/files1[^]*db7/);
  });

  it('keeps formulas and line breaks of hosts texts', () => {
    const lines = linesOf({ ...ordinaryDay(), silences: [stream({ series_name: '=1+1\n2' })] });
    expect(lines[1]).toMatch(/^syslog,,'=1\+1/);
    expect(lines).toHaveLength(ordinaryDay().series.length + 2);
  });
});
