import { ordinaryDay } from '../../test/fixtures/page_day';
import { NAMES, namedDay, namedMessage, ordinaryMessage } from '../../test/fixtures/report_message';
import { hostileDay, stoppedDay, unknownDay } from '../../test/fixtures/page_odd_days';
import { usualTotal } from '../waveform/hours';
import type { DayAnswer } from './day_answer';
import { dayReport, type ReportOptions } from './day_report';
import { countsInWords } from './message';
import { messageText } from './message_text';
import { reportCsv } from './report_csv';
import { messageHtml } from './message_html';
import { reportHtml } from './report_html';
import { reportJson } from './report_json';
import { REPORT_STYLES } from './report_styles';
import { reportText } from './report_text';

const sourceNames = new Map([
  ['syslog', 'Syslog'],
  ['ossec', 'OSSEC'],
]);
const LINK = 'https://kibana.example/app/logwave/day/2015-04-01';
const plain: ReportOptions = { link: null, sourceNames };
const reportOf = (answer: DayAnswer, options = plain) => dayReport(answer, options);

/** The day without its findings, on which all sources had events. */
function quietDay(): DayAnswer {
  const day = ordinaryDay();
  const series = day.series.map((row) => ({ ...row, state: 'usual' as const, finding: null }));
  const { run, head } = day;
  const results = run.source_results.map((result) => ({ ...result, documents: 5 }));
  return {
    run: { ...run, source_results: results },
    head: { ...head, series_unusual: 0, series_not_judged: 0, series_below_floor: 0 },
    source_findings: [],
    series,
  };
}

/** 1,000 series, each as unusual as one of the ordinary day. */
function busyDay(): DayAnswer {
  const day = ordinaryDay();
  const flagged = day.series.filter(({ finding }) => finding !== null);
  const series = Array.from({ length: 200 }, (_, index) =>
    flagged.map((row) => ({ ...row, subtype: `${row.subtype}-${index}` })),
  ).flat();
  return { ...day, series };
}

describe('dayReport', () => {
  it('has what is silent first, and all else that is unusual in the order of the page', () => {
    const report = reportOf(ordinaryDay());
    expect(report.title).toBe('Wednesday 1 April 2015');
    expect(report.silent.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Bounce notices', 'silent'],
    ]);
    expect(report.unusual.map(({ name, change }) => [name, change])).toEqual([
      ['Packet with invalid timestamp', 'new'],
      ['Syslog notice', '3.6×'],
      ['File checksum changed', '+3 h'],
      ['Syslog informational', '0.2×'],
    ]);
    expect(report.headline).toBe(ordinaryDay().head.summary);
  });

  it('shows an incident as one row, with its other views below in every form', () => {
    const day = ordinaryDay();
    const series = day.series.map((row) =>
      row.finding === null || row.finding.verdict === 'silent'
        ? row
        : {
            ...row,
            finding: {
              ...row.finding,
              incident: 'one',
              explained: `${row.finding.sentence} 39 of the 48 are also sudo.`,
              values: [{ field: 'user', value: 'mallory', today: 39, usual: 1 }],
            },
          },
    );
    const incident = { ...day, series };
    const report = reportOf(incident);
    expect(report.unusual.map(({ name, views }) => [name, views.length])).toEqual([
      ['Packet with invalid timestamp', 3],
    ]);
    expect(reportText(report)).toContain('Also Syslog notice: More. 48 at 15:00');
    expect(reportHtml(report)).toContain('<summary>3 more views of this incident</summary>');
    // Outside of the fold, so that paper has it: only a style sheet for screens hides it.
    expect(reportHtml(report)).toMatch(
      /<\/details><ul class="views"><li>Syslog notice: More\. 48 at 15:00/,
    );
    expect(REPORT_STYLES.split('@media print')[1]).toContain('+ .views { display: block; }');
    expect(messageHtml(ordinaryMessage({ report }))).toContain('Also Syslog notice: More. 48 at 1');
    expect(reportCsv(incident)).toContain(',one,user=mallory');
    expect(reportJson(report).unusual[0]?.views).toHaveLength(3);
    const hidden = { ...plain, unnamed: new Set<string>() };
    const unnamed = reportText(reportOf(incident, hidden)) + reportCsv(incident, hidden.unnamed);
    expect(unnamed).not.toMatch(/mallory|are also/);
  });

  it('says on a quiet day that all sources had events', () => {
    const { headline, silent, unusual } = reportOf(quietDay());
    const { series_total: series } = quietDay().head;
    const sources = quietDay().run.source_results.length;
    expect(headline).toBe(
      `Nothing unusual in ${series} series; all ${sources} sources had events.`,
    );
    expect([...silent, ...unusual]).toEqual([]);
  });

  it('does not call a day quiet that was analyzed in part, or on which a source had no events', () => {
    const day = quietDay();
    const { run, head } = day;
    const partial = { ...day, run: { ...run, status: 'partial' as const } };
    const [first, ...rest] = run.source_results;
    if (first === undefined) throw new Error('the day has no source');
    const mute = { ...day, run: { ...run, source_results: [{ ...first, documents: 0 }, ...rest] } };
    expect([reportOf(partial).headline, reportOf(mute).headline]).toEqual([
      head.summary,
      head.summary,
    ]);
  });

  it('distinguishes sources without events from those that could not be read', () => {
    const day = ordinaryDay();
    const figures = (parts: (place: number) => object): string => {
      const results = day.run.source_results.map((one, place) => ({ ...one, ...parts(place) }));
      return reportOf({ ...day, run: { ...day.run, source_results: results } }).figures;
    };
    const sources = day.run.source_results.length;
    const unread = { documents: 0, state: 'unknown' } as const;
    const absent = { ...unread, is_absent: true };
    expect(figures(() => absent)).toContain(`; none of ${sources} sources had events`);
    expect(figures(() => absent)).not.toContain('could not be read');
    expect(figures((place) => (place === 0 ? unread : absent))).toMatch(/^Events unknown in /);
    expect(figures((place) => [absent, unread][place] ?? {})).toContain(
      `; ${sources - 2} of ${sources} sources had events; 1 source could not be read`,
    );
  });

  it('does not call unknown nothing where no source could be read', () => {
    const { run, head, ...rest } = ordinaryDay();
    const results = run.source_results.map((one) => {
      return { ...one, documents: 0, state: 'unknown' as const };
    });
    const series = rest.series.map((row) => {
      const today = row.today.map(() => null);
      return { ...row, finding: null, state: 'not_judged' as const, total: 0, today };
    });
    const none = { series_unusual: 0, series_not_judged: head.series_total, events: 0 };
    const report = reportOf({
      ...rest,
      run: { ...run, status: 'partial', source_results: results, documents: 0 },
      head: { ...head, ...none },
      series,
    });
    expect(report.figures).toBe(
      `Events unknown in ${head.series_total} series; no source could be read.`,
    );
    expect(report.outcome).toBe('not_assessed');
    expect(countsInWords(report)).toBe('could not be assessed');
  });

  it('does not count events of a finding whose hours are unknown', () => {
    const day = ordinaryDay();
    const series = day.series.map((row) => ({ ...row, today: row.today.map(() => null) }));
    const report = reportOf({ ...day, series });
    expect(report.unusual.map(({ count }) => count)).toEqual([null, null, null, null]);
    expect(reportText(report)).toMatch(/^ {2}day .* unknown$/m);
    expect(reportHtml(report)).toContain('data-label="This day">unknown<');
    expect(messageHtml(ordinaryMessage({ report }))).toContain('Events unknown, usual');
  });

  it.each([
    ['running', null, 'is not done yet.', 'report the day again when its analysis is done.'],
    ['canceling', null, 'is being canceled.', 'run logwave analyze --day 2015-04-01 to'],
    ['canceled', null, 'was canceled before its end.', 'run logwave analyze --day 2015-04-01 to'],
    ['failed', 'web1 is gone', 'did not end.', 'run logwave analyze --day 2015-04-01 to'],
    ['partial', 'your session ended', 'did not end.', 'run logwave analyze --day 2015-04-01 to'],
  ] as const)(
    'says of an analysis that is %s that it is not whole',
    (status, error, said, then) => {
      const day = quietDay();
      const run = { ...day.run, status, error, source_results: [] };
      const head = { ...day.head, series_total: 0, events: 0 };
      for (const unnamed of [undefined, new Set<string>()]) {
        const options = unnamed === undefined ? plain : { ...plain, unnamed };
        const unended = { ...day, run, head, series: [] };
        const report = reportOf(unended, options);
        const { headline, figures, notes, outcome } = report;
        if (unnamed !== undefined) {
          expect(headline).toContain(`The analysis of this day ${said}`);
          expect(headline).not.toMatch(/No series|Nothing unusual/);
        }
        expect(headline).toContain(then);
        expect(figures).toBe('Events unknown; no source was read to its end.');
        expect(outcome).toBe('unended');
        expect(countsInWords(report)).toBe('the analysis did not end');
        expect(notes.includes(error ?? '')).toBe(unnamed === undefined && error !== null);
        const [, first] = reportCsv({ ...unended, series: [] }, unnamed).split('\r\n');
        expect(first).toMatch(/^,,,unknown,,,,,,,.*The analysis of this day /);
      }
    },
  );

  it('says once for each source and reason what could not be assessed', () => {
    const { not_assessed: groups, silent } = reportOf(stoppedDay());
    expect(silent.length).toBeGreaterThan(0);
    const held = stoppedDay().series.filter(({ state }) => state === 'not_judged').length;
    expect(groups.reduce((sum, { series }) => sum + series, 0)).toBe(held);
    expect(new Set(groups.map((group) => group.source + group.reason)).size).toBe(groups.length);
  });

  it('leaves names and notes out on request', () => {
    const day = ordinaryDay();
    const noted = { ...day, run: { ...day.run, left_out: ['logs-web1 is closed'] } };
    const report = reportOf(noted, { ...plain, unnamed: new Set(['syslog']) });
    for (const form of [
      reportText(report),
      reportHtml(report),
      JSON.stringify(reportJson(report)),
    ]) {
      expect(form).not.toContain('Syslog notice');
      expect(form).not.toContain('web1');
      expect(form).toContain('A series of Syslog');
      expect(form).toContain('1 note about this run');
    }
    expect(reportCsv(day, new Set(['syslog']))).not.toContain('Syslog notice');
  });

  it('shows log text, hosts and users in every form, and leaves them out of every form', () => {
    const formsOf = (hasNames: boolean): string[] => {
      const message = namedMessage(hasNames);
      const { report } = message;
      if (report === null) throw new Error('there is no report');
      return [
        reportText(report),
        reportHtml(report),
        JSON.stringify(reportJson(report)),
        messageText(message),
        messageHtml(message),
        reportCsv(namedDay(), hasNames ? undefined : new Set()),
      ];
    };
    for (const form of formsOf(true)) expect(form).toContain('mallory');
    for (const form of formsOf(false)) {
      expect(NAMES.filter((name) => form.includes(name))).toEqual([]);
    }
  });
});

describe('the forms of a report', () => {
  it('say the same findings in the same order', () => {
    const report = reportOf(ordinaryDay(), { ...plain, link: LINK });
    const inOrder = (form: string): number[] =>
      [...report.silent, ...report.unusual].map(({ name }) => form.indexOf(name));
    for (const form of [
      reportText(report),
      reportHtml(report),
      JSON.stringify(reportJson(report)),
    ]) {
      const places = inOrder(form);
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(form).toContain(LINK);
    }
  });

  it('fit 72 columns as text, names of any length included', () => {
    for (const day of [ordinaryDay(), hostileDay(), unknownDay(), stoppedDay()]) {
      const lines = reportText(reportOf(day)).split('\n');
      expect(lines.filter((line) => [...line].length > 72)).toEqual([]);
    }
  });

  it('show at most 50 findings, and count the rest', () => {
    const report = reportOf(busyDay());
    const findings = report.silent.length + report.unusual.length;
    expect(findings).toBeGreaterThan(50);
    const html = reportHtml(report);
    expect(html.match(/<th scope="row">/g)).toHaveLength(50);
    for (const form of [html, reportText(report)]) {
      expect(form.replace(/\s+/g, ' ')).toContain(`${findings - 50} more findings are on the page`);
    }
  });

  it('take less than 100 kB as HTML at 1,000 series', () => {
    expect(Buffer.byteLength(reportHtml(reportOf(busyDay())))).toBeLessThan(100_000);
  });

  it('load nothing and run nothing, whatever the logs hold', () => {
    const html = reportHtml(reportOf(hostileDay(), { ...plain, link: `${LINK}?a="><script>` }));
    expect(html).not.toMatch(/<script|<img|<link|<iframe|javascript:|@import|url\(/i);
    expect(html).not.toMatch(/ src=|<[^>]* on\w+=/i);
    // eslint-disable-next-line no-control-regex -- nothing may steer a terminal or a reader
    expect(html + reportText(reportOf(hostileDay()))).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });

  it('hold every series as a table, and no formula', () => {
    const lines = reportCsv(ordinaryDay()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(ordinaryDay().series.length + 1);
    expect(lines[1]).toMatch(/^suricata,2210044,Packet with invalid timestamp,unusual,new,/);
    for (const line of reportCsv(hostileDay()).split('\r\n')) {
      expect(line).not.toMatch(/(^|,)[=@]/);
      // eslint-disable-next-line no-control-regex -- it may be printed in a terminal
      expect(line).not.toMatch(/[\x00-\x1f\x7f]/);
    }
  });
});

it('a report has the usual total of the page, of hours that are known', () => {
  const day = ordinaryDay();
  const usual = new Array<number>(24).fill(123.44);
  const series = day.series.map((row) => {
    return row.usual === null
      ? row
      : { ...row, usual, usual_total: usualTotal(row.today, usual, day.head.columns) };
  });
  const { unusual } = reportOf({ ...day, series });
  const notice = series.find(({ finding }) => finding?.series_name === 'Syslog notice');
  expect(unusual.find(({ name }) => name === 'Syslog notice')?.usual).toBe(notice?.usual_total);
  expect(notice?.usual_total).toBe(2961.6);
});
