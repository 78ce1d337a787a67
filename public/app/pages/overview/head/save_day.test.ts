import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { dayFile } from './save_day';

it('the day is saved with every series, a line each', () => {
  const day = ordinaryDay();
  const { name, type, text } = dayFile(day);
  expect([name, type]).toEqual(['logwave-2015-04-01.csv', 'text/csv']);
  expect(text.trim().split('\r\n')).toHaveLength(day.series.length + 1);
});
