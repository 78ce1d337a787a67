import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { analyzedWords } from './foot_line';

it('the foot does not call a day analyzed whose analysis did not end', () => {
  const { run, head } = ordinaryDay();
  expect(analyzedWords({ run, head })).toMatch(/^Analyzed /);
  const cutOff = { ...run, status: 'failed' as const, error: 'no heartbeat' };
  expect(analyzedWords({ run: cutOff, head })).toMatch(/^Analysis begun (?!.*searches)/);
});
