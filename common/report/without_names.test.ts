import { dayOfRows } from '../../test/fixtures/page_day';
import { missingDay } from '../../test/fixtures/page_odd_days';
import { NAMES, namedDay, ordinaryMessage } from '../../test/fixtures/report_message';
import { SILENT_ROWS } from '../../test/fixtures/page_silence';
import type { SeriesRow } from '../api';
import { silentThings, summarySentence, withoutNames } from '../waveform/words';
import type { DayAnswer } from './day_answer';
import { dayReport, type ReportOptions } from './day_report';
import { countsInWords, type ReportMessage } from './message';
import { messageHtml } from './message_html';
import { messageLines } from './message_lines';
import { messageText } from './message_text';
import { reportCsv, type DayTable } from './report_csv';
import { reportHtml } from './report_html';
import { reportJson } from './report_json';
import { reportText } from './report_text';

const HOST = 'secret-host';
const USER = 'secret-user';
const SERIES = 'secret-series';
const SECRETS = [HOST, USER, SERIES];
const sourceNames = new Map([
  ['syslog', 'Syslog'],
  ['ossec', 'OSSEC'],
  ['postfix', 'Postfix'],
]);
const named: ReportOptions = { link: null, sourceNames };
/** Postfix is a source by user here. */
const unnamed: ReportOptions = { ...named, unnamed: new Set(['postfix']) };

type SecretDay = DayAnswer & DayTable;

/** A day with names of a host, a user and a series of a user in every place that takes names. */
function secretDay(): SecretDay {
  const day = namedDay();
  const [stream] = SILENT_ROWS;
  if (stream === undefined) throw new Error('nothing is silent');
  const silences = [
    { ...stream, host: HOST, series_name: HOST },
    { ...stream, source: 'postfix', host: null, subtype: SERIES, series_name: SERIES },
  ];
  const rows: readonly SeriesRow[] = day.series;
  const series = rows.map((row) => {
    const isOfUser = row.source === 'postfix';
    const names = { name: `of ${SERIES} ${row.subtype}`, code: `by ${SERIES} ${row.subtype}` };
    const own = isOfUser ? { ...row, ...names, subtype: `${SERIES} ${row.subtype}` } : row;
    const { finding } = own;
    if (finding === null) return own;
    const values = [{ field: 'user', value: USER, today: 39, usual: 1 }];
    const title = isOfUser ? { series_name: names.name, series_code: names.code } : {};
    const explained = `${finding.sentence} 39 of them from ${USER} on ${HOST}.`;
    return { ...own, finding: { ...finding, ...title, incident: 'one', values, explained } };
  });
  const { source_findings } = missingDay();
  const findings = [...source_findings, ...series.flatMap(({ finding }) => finding ?? [])];
  const silentWords = silentThings(silences, findings);
  const summary = summarySentence({
    ...{ series: series.length, unusual: 5, not_judged: 0, below_floor: 0, silent: [] },
    ...{ tagged: null, tagged_at_most: undefined, tagged_unsettled: undefined },
    ...{ silences: silentWords, sources: 4, notes: 0, bases: [] },
  });
  return {
    ...day,
    run: {
      ...day.run,
      run_id: `${day.run.run_id}:${USER}`,
      left_out: [`The clock of ${HOST} is ahead.`, `${USER} may not read it.`],
    },
    head: { ...day.head, summary },
    source_findings,
    series,
    silences,
  };
}

describe('the sentence of a day without names, made of its numbers', () => {
  it('does not count documents as tagged whose answers were lost, or twice', () => {
    const day = secretDay();
    const headline = (parts: Partial<SecretDay['run']>): string =>
      dayReport({ ...day, run: { ...day.run, ...parts } }, unnamed).headline;
    expect(headline({ tagged: 3, tagged_unsettled: 957 })).toContain(
      ' 3 documents tagged, and up to 957 more: ',
    );
    expect(headline({ tagged: 3, tagged_at_most: true })).toContain(' At most 3 documents tagged.');
  });
});

/** The report in every form, and every part of its message. */
function formsOf(day: SecretDay, options: ReportOptions): Record<string, string> {
  const report = dayReport(day, options);
  const subject = `Logwave: ${countsInWords(report)}`;
  const message: ReportMessage = ordinaryMessage({ subject, report, earlier: [report] });
  return {
    html: reportHtml(report),
    text: reportText(report).replace(/\s+/g, ' '),
    json: JSON.stringify(reportJson(report)),
    csv: reportCsv(day, options.unnamed),
    mail: messageHtml(message),
    mailText: messageText(message).replace(/\s+/g, ' '),
    chat: JSON.stringify(messageLines(message)),
  };
}

describe('a report without names', () => {
  it('has no name of a host or a user in any form, headline and notes included', () => {
    const forms = formsOf(secretDay(), unnamed);
    for (const [form, content] of Object.entries(forms)) {
      const told = [...SECRETS, ...NAMES].filter((name) => content.includes(name));
      expect([form, told]).toEqual([form, []]);
    }
  });

  it('is about a day that has them in every form otherwise', () => {
    const { chat = '', ...forms } = formsOf(secretDay(), named);
    for (const [form, content] of Object.entries(forms)) {
      const missing = [HOST, USER, SERIES].filter((name) => !content.includes(name));
      expect([form, missing]).toEqual([form, []]);
    }
    expect(chat).toContain(HOST);
  });

  it('counts silent hosts and series in its headline, and names sources', () => {
    const { headline } = dayReport(secretDay(), unnamed);
    expect(headline).toMatch(/^1 source, 1 host and 1 series silent: OSSEC\. 5 of \d+ series un/);
  });

  it('says in each form of which hosts it is not known whether they are silent', () => {
    const day = secretDay();
    const unknown = { ...day, run: { ...day.run, silence_not_known: 'the hosts of ossec' } };
    for (const [form, content] of Object.entries(formsOf(unknown, unnamed))) {
      const isTable = form === 'csv';
      const isSaid = content.includes('Not known whether silent: the hosts of ossec.');
      expect([form, isSaid]).toEqual([form, !isTable]);
    }
  });

  it('has the sentence that the server gives, which is compared as with names', () => {
    const told = 'Silent: 1 host. Compared with 4 earlier Wednesdays.';
    const day = { ...secretDay(), summary_without_names: told };
    expect(dayReport(day, unnamed).headline).toBe(told);
    expect(dayReport(day, named).headline).toBe(day.head.summary);
  });

  it('has the id of the run, without the user whose own run it is', () => {
    const { run } = secretDay();
    const shared = `default:${run.day}:${run.zone}`;
    expect(dayReport(secretDay(), named).run_id).toBe(`${shared}:${USER}`);
    expect(dayReport(secretDay(), unnamed).run_id).toBe(`${shared}:…`);
    expect(dayReport(namedDay(), unnamed).run_id).toBe(shared);
  });

  it('names a whole source, also one by host', () => {
    const { silent } = dayReport(missingDay(), { ...named, unnamed: new Set(['ossec']) });
    expect(silent.map(({ name }) => name)).toEqual(['OSSEC']);
  });
});

describe('a summary without names', () => {
  const things = [
    { kind: 'source' as const, name: 'OSSEC' },
    { kind: 'host' as const, name: HOST },
    { kind: 'series' as const, name: SERIES },
  ];
  const summaryOf = (silences: typeof things, noLogs: object = {}): string =>
    summarySentence({
      ...{ series: 5, unusual: 0, not_judged: 0, below_floor: 0, silent: [], sources: 3 },
      ...{ tagged: null, tagged_at_most: undefined, tagged_unsettled: undefined },
      ...{ notes: 0, bases: [], silences: withoutNames(silences), ...noLogs },
    });

  it('only counts hosts and series', () => {
    expect(summaryOf(things)).toBe(
      '1 source, 1 host and 1 series silent: OSSEC. No finding in 5 series.',
    );
    expect(summaryOf(things.slice(1, 2))).toBe('1 host silent. No finding in 5 series.');
  });

  it('only counts them on a day without logs, too', () => {
    const silent = [{ name: 'OSSEC', since: 0, is_to_the_end: true }];
    const all = { silent, sources: 1, series: 5, not_judged: 5 };
    expect(summaryOf(things.slice(1, 2), all)).toBe(
      'No logs from any source since 00:00; nothing could be assessed. Also silent: 1 host.',
    );
  });
});

it('the day of these tests is one that the page can show', () => {
  expect(dayOfRows(secretDay().series).head.series_unusual).toBe(5);
});
