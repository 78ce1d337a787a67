import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { missingDay } from '../../../../../test/fixtures/page_odd_days';
import { SILENT_ROWS } from '../../../../../test/fixtures/page_silence';
import { dayFile } from './save_day';

it('the day is saved with every series, a line each', () => {
  const day = ordinaryDay();
  const { name, type, text } = dayFile(day);
  expect([name, type]).toEqual(['logwave-2015-04-01.csv', 'text/csv']);
  expect(text.trim().split('\r\n')).toHaveLength(day.series.length + 1);
});

it('what was silent is saved before the series', () => {
  const silence = { day: '2015-04-01', zone: 'UTC', rows: SILENT_ROWS.slice(0, 1) };
  const day = { ...missingDay(), silence };
  const [, host, smbd, cron, source, ...rest] = dayFile(day).text.trimEnd().split('\r\n');
  expect(host).toMatch(/^syslog,,files1\.example\.org,silent,silent,/);
  for (const line of [smbd, cron]) expect(line).toContain(',silent,silent,');
  expect(source).toMatch(/^ossec,,OSSEC,unusual,silent,/);
  expect(rest).toHaveLength(day.series.length);
});
