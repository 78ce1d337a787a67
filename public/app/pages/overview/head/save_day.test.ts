import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { missingDay } from '../../../../../test/fixtures/page_odd_days';
import { SILENT_ROWS } from '../../../../../test/fixtures/page_silence';
import { SilentOfDay } from '../silent_of_day';
import { dayFile } from './save_day';

const nothing = { day: '2015-04-01', zone: 'UTC', rows: [] };

it('the day is saved with every series, a line each', () => {
  const day = { ...ordinaryDay(), silence: nothing };
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

it('that what was silent is not known is saved with the day, as the page says it', () => {
  const words = 'What was silent at the end of this day could not be read.';
  const lines = dayFile({ ...ordinaryDay(), silence: undefined })
    .text.trimEnd()
    .split('\r\n');
  expect(lines.at(-1)).toBe(`,,,note,,,,,,,${words},,`);
  const shown = createElement(SilentOfDay, { silence: undefined });
  expect(renderToStaticMarkup(shown)).toContain(words);
  expect(renderToStaticMarkup(createElement(SilentOfDay, { silence: nothing }))).toBe('');
});
