import { ordinaryDay } from '../../test/fixtures/page_day';
import { SILENT_ROWS } from '../../test/fixtures/page_silence';
import { ordinaryMessage } from '../../test/fixtures/report_message';
import type { DayAnswer } from './day_answer';
import { dayReport, type DayReport, type ReportOptions } from './day_report';
import { countsInWords } from './message';
import { messageHtml } from './message_html';
import { messageLines } from './message_lines';
import { messageText } from './message_text';
import { reportHtml } from './report_html';
import { reportJson } from './report_json';
import { reportText } from './report_text';

const plain: ReportOptions = { link: null, sourceNames: new Map([['syslog', 'Syslog']]) };
const silences = SILENT_ROWS.filter(({ state }) => state === 'silent');
const day = (): DayAnswer => ({ ...ordinaryDay(), silences });
const reportOf = (answer: DayAnswer, options = plain): DayReport => dayReport(answer, options);

/** The report in each form that shows findings, for a reader and for a channel. */
function formsOf(report: DayReport): string[] {
  const message = ordinaryMessage({ report });
  const lines = messageLines(message);
  return [
    reportHtml(report),
    reportText(report).replace(/\s+/g, ' '),
    JSON.stringify(reportJson(report)),
    messageHtml(message),
    messageText(message).replace(/\s+/g, ' '),
    [...lines.findings, ...lines.rest].join('\n'),
  ];
}

describe('silences in a report', () => {
  it('come before the findings in every form, with when they were last seen', () => {
    const report = reportOf(day());
    const [first] = report.silences;
    expect(first).toMatchObject({ name: 'files1.example.org', kind: 'Host of Syslog' });
    for (const form of formsOf(report)) {
      const place = form.indexOf('files1.example.org');
      expect(place).toBeGreaterThan(-1);
      expect(place).toBeLessThan(form.indexOf('Bounce notices'));
      expect(form).toContain('Last seen Sunday 29 March 13:58');
    }
  });

  it('are drawn in HTML, as cells of a table where mail drops drawings', () => {
    const report = reportOf(day());
    expect(reportHtml(report)).toContain('aria-label="Events of files1.example.org on 31 days"');
    const mail = messageHtml(ordinaryMessage({ report }));
    expect(mail).not.toContain('<svg');
    expect(mail).toContain('width="217"');
  });

  it('are new on their first morning, and show the number of mornings afterward', () => {
    const at = (mornings: number): string | undefined => {
      const [stream] = silences;
      if (stream === undefined) throw new Error('nothing is silent');
      return reportOf({ ...ordinaryDay(), silences: [{ ...stream, mornings }] }).silences[0]?.since;
    };
    expect([0, 1, 4].map(at)).toEqual(['New', 'New', '4 mornings']);
  });

  it('leave the name of a source as it is written', () => {
    const report = reportOf(day());
    const silences = report.silences.map((one) => ({ ...one, kind: 'Host of Syslog (ECS)' }));
    const named = { ...report, silences };
    expect(reportText(named)).toContain('(host of Syslog (ECS)), ');
    const { findings } = messageLines(ordinaryMessage({ report: named }));
    expect(findings.join()).toContain(', host of Syslog (ECS): Silent.');
  });

  it('do not name hosts where names are left out', () => {
    const report = reportOf(day(), { ...plain, unnamed: new Set(['syslog']) });
    for (const form of formsOf(report)) {
      expect(form).not.toContain('files1');
      expect(form).toContain('A host of Syslog');
    }
  });

  it('say once what they are about where names are left out', () => {
    const report = reportOf(day(), { ...plain, unnamed: new Set(['syslog']) });
    expect(reportText(report)).toContain('\nA host of Syslog, 4 mornings\n');
    const { findings } = messageLines(ordinaryMessage({ report }));
    expect(findings.join('\n')).toContain('A host of Syslog: Silent.');
    expect(reportText(reportOf(day()))).toContain(
      'files1.example.org (host of Syslog), 4 mornings',
    );
  });

  it('end a quiet day', () => {
    const quiet = (answer: DayAnswer): DayAnswer => ({
      ...answer,
      head: { ...answer.head, series_unusual: 0, series_not_judged: 0, series_below_floor: 0 },
      series: answer.series.map((row) => ({ ...row, state: 'usual' as const, finding: null })),
    });
    expect(reportOf(quiet({ ...day(), silences: [] })).headline).toMatch(/^Nothing unusual in /);
    expect(reportOf(quiet(day())).headline).not.toMatch(/^Nothing unusual in /);
  });

  it('are not known in the subject and in every form, where the headline says so', () => {
    const withRun = (run: Partial<DayAnswer['run']>, answer = ordinaryDay()): DayReport =>
      reportOf({ ...answer, run: { ...answer.run, ...run } });
    const unknown = { silence_not_known: 'the hosts of syslog' };
    const words = 'not known whether silent: the hosts of syslog';
    expect(countsInWords(withRun(unknown))).toBe(`1 silent, 4 unusual, ${words}`);
    const series = ordinaryDay().series.map((row) => ({ ...row, finding: null }));
    const head = { ...ordinaryDay().head, series_unusual: 0, series_not_judged: 0 };
    const quiet = { ...ordinaryDay(), head, series, source_findings: [], not_assessed: [] };
    expect(countsInWords(withRun({}, quiet))).toBe('nothing unusual');
    expect(countsInWords(withRun(unknown, quiet))).toBe(`nothing unusual, ${words}`);
    expect(reportJson(withRun(unknown, quiet)).silence_not_known).toBe('the hosts of syslog');
    const many = Array.from({ length: 10 }, (_, place) => `source_${place}`).join(', ');
    const subject = countsInWords(withRun({ silence_not_known: many }, quiet));
    expect(subject).toMatch(/^nothing unusual, not known whether silent: source_0, .*…$/);
    expect(subject.length).toBeLessThan(130);
  });

  it('are not "nothing unusual" where some series were not assessed', () => {
    const series = ordinaryDay().series.map((row) => ({ ...row, finding: null }));
    const quiet = { ...ordinaryDay(), series, source_findings: [] };
    const left = reportOf(quiet).not_assessed.reduce((sum, one) => sum + one.series, 0);
    expect(left).toBeGreaterThan(0);
    expect(countsInWords(reportOf(quiet))).toBe(`no finding, ${left} not assessed`);
  });

  it('count once with the finding about the same series, and are one line in a chat', () => {
    const answer = day();
    const found = answer.series.find(({ finding }) => finding?.verdict === 'silent');
    const [stream] = silences;
    if (found === undefined || stream === undefined) throw new Error('nothing is silent');
    const { source, subtype } = found;
    const own = { ...stream, source, host: null, subtype, series_name: 'the same' };
    const counts = (rows: DayAnswer['silences']): string =>
      countsInWords(reportOf({ ...ordinaryDay(), silences: rows ?? [] }));
    expect(counts([])).toBe('1 silent, 4 unusual');
    expect(counts([stream])).toBe('2 silent, 4 unusual');
    expect(counts([stream, own])).toBe('2 silent, 4 unusual');
    const report = reportOf({ ...ordinaryDay(), silences: [stream, own] });
    const { findings } = messageLines(ordinaryMessage({ report }));
    expect(findings).toHaveLength(6);
    expect(findings.join('\n')).not.toContain('the same');
    expect(report.silences.map((one) => one.is_finding)).toEqual([false, true]);
  });

  /** A day on which a stream is silent that a finding is about, too. */
  const silentAndFound = (verdict: 'silent' | 'more'): DayAnswer => {
    const answer = ordinaryDay();
    const found = answer.series.find(({ finding }) => finding?.verdict === verdict);
    const [stream] = silences;
    if (found === undefined || stream === undefined) throw new Error('nothing is silent');
    const { source, subtype } = found;
    const about = { source, host: null, subtype, series_name: 'Own name' };
    return { ...answer, silences: [{ ...stream, ...about, sentence: 'last seen yesterday.' }] };
  };

  it('are one row with the finding about the same series, in every form', () => {
    const report = reportOf(silentAndFound('silent'));
    for (const form of formsOf(report)) {
      expect(form.split('Bounce notices')).toHaveLength(2);
    }
    for (const form of formsOf(report).filter((one) => !one.startsWith('{'))) {
      expect(form).not.toContain('Own name (');
      expect(form).not.toContain('SILENT HOSTS, SOURCES AND SERIES');
      expect(form).toMatch(/Silent\..* Last seen yesterday\./);
      const shown = form.replace(/aria-label="[^"]*"/g, '');
      expect(shown.split('Last seen yesterday.')).toHaveLength(2);
    }
  });

  it('are in the data of their finding as well, beside the list of all of them', () => {
    const { silences: all, silent } = reportJson(reportOf(silentAndFound('silent')));
    expect(all).toMatchObject([{ name: 'Own name', is_finding: true }]);
    expect(silent).toMatchObject([{ name: 'Bounce notices', silence: all[0] }]);
    expect(reportJson(reportOf(ordinaryDay())).silent).toMatchObject([{ silence: null }]);
  });

  it('are drawn in the row of the finding', () => {
    const report = reportOf(silentAndFound('silent'));
    const [days] = report.silent.map(({ silence }) => silence?.daily.length);
    expect(days).toBe(31);
    expect(reportHtml(report)).toContain('aria-label="Events of Own name on 31 days"');
    expect(messageHtml(ordinaryMessage({ report }))).toContain('width="217"');
    expect(reportText(report)).toMatch(/ 31 days$/m);
  });

  it('put a finding of another kind among what is silent', () => {
    const { silent, unusual } = reportOf(silentAndFound('more'));
    expect(silent.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Syslog notice', 'more'],
      ['Bounce notices', 'silent'],
    ]);
    expect(unusual).toHaveLength(3);
  });

  it('count once in an incident, also where they are of another view of it', () => {
    const day = silentAndFound('more');
    const [own] = day.silences ?? [];
    const series = day.series.map((row) =>
      row.finding === null ? row : { ...row, finding: { ...row.finding, incident: 'one' } },
    );
    const report = reportOf({ ...day, series });
    const [head] = report.silent;
    expect(head?.name).not.toBe('Syslog notice');
    expect(head?.views.map(({ silence }) => silence?.name).filter(Boolean)).toEqual([
      own?.series_name,
    ]);
    expect(report.silences.map(({ is_finding: isFinding }) => isFinding)).toEqual([true]);
    expect(countsInWords(report)).toBe('1 silent');
  });

  it('count among the 50 that are shown', () => {
    const [stream] = silences;
    if (stream === undefined) throw new Error('nothing is silent');
    const many = Array.from({ length: 60 }, (_, index) => ({ ...stream, host: `web${index}` }));
    const html = reportHtml(reportOf({ ...ordinaryDay(), silences: many }));
    expect(html.match(/<th scope="row">/g)).toHaveLength(50);
    expect(html).toContain('15 more findings are on the page of the day.');
  });
});

describe('a muted finding', () => {
  it('is gray, in the report and in the mail', () => {
    const mute = { owner: 'ana', author: 'ana', reason: null, until: '2015-05-01T00:00:00.000Z' };
    const answer = ordinaryDay();
    const muted = { ...answer, series: answer.series.map((row) => ({ ...row, mute })) };
    const grayRows = (form: string) => form.match(/<tr class="muted">/g)?.length ?? 0;
    expect([answer, muted].map((one) => grayRows(reportHtml(reportOf(one))))).toEqual([0, 5]);
    const [loud = '', gray = ''] = [answer, muted].map((one) =>
      messageHtml(ordinaryMessage({ report: reportOf(one) })),
    );
    expect(gray).toContain('Muted by ana until 2015-05-01');
    expect(gray).not.toBe(loud);
  });
});
