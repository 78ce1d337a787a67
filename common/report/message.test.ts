import { hostileMessage, ordinaryMessage } from '../../test/fixtures/report_message';
import type { ReportRow } from './day_report';
import { messageHtml } from './message_html';
import { messageLines } from './message_lines';
import { messageText } from './message_text';

function busyMessage() {
  const { report } = ordinaryMessage();
  if (report === null) throw new Error('there is no report');
  const unusual = Array.from({ length: 300 }, () => report.unusual).flat();
  return ordinaryMessage({ report: { ...report, unusual } });
}

describe('a message as HTML for mail', () => {
  it('needs no style sheet, no SVG and nothing from the network', () => {
    for (const message of [ordinaryMessage(), hostileMessage(), busyMessage()]) {
      const html = messageHtml(message);
      expect(html).not.toMatch(/<(?:style|svg|script|img|link)\b|class=|url\(/);
    }
  });

  it('draws each day as 24 cells above 24 of its usual day', () => {
    const html = messageHtml(ordinaryMessage());
    const rows = html.split('<tr valign="').slice(1);
    const [day = '', usual = ''] = rows.map((row) => row.split('</tr>')[0]);
    expect(day.match(/<td/g)).toHaveLength(24);
    expect(usual.match(/<td/g)).toHaveLength(24);
  });

  it('stays below the size at which mail programs cut, and says what is left out', () => {
    const html = messageHtml(busyMessage());
    expect(html.length).toBeLessThan(100_000);
    expect(html).toContain('more findings in the attached report.');
  });

  it('stays so with many views of each incident, and counts those that it does not name', () => {
    const busy = busyMessage();
    const views = busy.report?.unusual.slice(0, 40) ?? [];
    const withViews = (rows: readonly ReportRow[] = []) => rows.map((row) => ({ ...row, views }));
    const report = busy.report && { ...busy.report, unusual: withViews(busy.report.unusual) };
    const html = messageHtml({ ...busy, report });
    expect(html.length).toBeLessThan(100_000);
    expect(html).toContain('Also Syslog notice: More.');
    expect(html).toContain('35 more views in the attached report.');
  });

  it('shows names from logs as text', () => {
    const html = messageHtml(hostileMessage());
    expect(html).not.toMatch(
      /<(?!\/?(?:html|head|meta|title|body|table|tr|td|div|h1|h2|p|b|br|span|a)\b|!doctype)/,
    );
    expect(html).not.toContain('\u001B');
  });
});

describe('a message as text', () => {
  it('begins with what needs action, and is at most 72 columns wide', () => {
    const alarm =
      'The analysis of 2015-04-01 failed, because no connection to Elasticsearch was there all night.';
    const text = messageText(ordinaryMessage({ alarms: [alarm], remarks: ['Still silent: web.'] }));
    expect(text.startsWith('! The analysis of 2015-04-01 failed')).toBe(true);
    const wide = text
      .split('\n')
      .filter((line) => [...line].length > 72 && !line.startsWith('http'));
    expect(wide).toEqual([]);
    expect(text).toContain('- Still silent: web.');
  });

  it('says why there is no link', () => {
    expect(messageText(hostileMessage())).toContain('Nobody said where Logwave is.');
  });
});

describe('the lines of a message', () => {
  it('are few, and count what is left out', () => {
    const { findings, rest } = messageLines(busyMessage());
    expect(findings).toHaveLength(10);
    expect(rest[0]).toBe('1,191 more findings in the report.');
  });

  it('hold no character that steers, and are short', () => {
    const { findings } = messageLines(hostileMessage());
    for (const line of findings) {
      expect(line).not.toMatch(/\p{Cc}/u);
      expect(line.length).toBeLessThanOrEqual(300);
    }
  });
});
