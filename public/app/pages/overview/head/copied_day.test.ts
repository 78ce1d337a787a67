import { dayReport, reportText } from '../../../../../common/report';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { SILENT_ROWS } from '../../../../../test/fixtures/page_silence';
import { copiedDay } from './copied_day';

const OPTIONS = {
  link: 'http://127.0.0.1:5602/day/2015-04-01',
  sourceNames: new Map([['syslog', 'Syslog']]),
};

describe('copiedDay', () => {
  const day = ordinaryDay();
  const silence = { day: day.head.day, zone: day.head.zone, rows: SILENT_ROWS };

  it('is the text of the report, with what the page lists as silent', () => {
    const text = copiedDay({ ...day, silence }, OPTIONS);
    expect(text).toBe(reportText(dayReport({ ...day, silences: SILENT_ROWS }, OPTIONS)));
    expect(text).toContain('SILENT HOSTS, SOURCES AND SERIES');
    for (const { series_name: name } of SILENT_ROWS) expect(text).toContain(name);
  });

  it('has no such section if nothing was silent', () => {
    const text = copiedDay({ ...day, silence: { ...silence, rows: [] } }, OPTIONS);
    expect(text).not.toContain('SILENT HOSTS');
    expect(text).not.toContain('could not be read');
  });

  it('says so if what was silent is not known', () => {
    const text = copiedDay({ ...day, silence: undefined }, OPTIONS);
    expect(text).toContain('What was silent at the end of this day could not be read.');
  });
});
