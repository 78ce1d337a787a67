import type { Schedule } from '../../../../../common/api/setup/get_schedule';
import { changedWords, scheduleWords } from './schedule_words';

const schedule: Schedule = {
  enabled: true,
  interval: '1h',
  tag: true,
  user: 'ana',
  enabled_at: '2015-03-01T08:00:00.000Z',
  last_run: null,
  next_run: null,
  obstacles: [],
  key: null,
  warning: null,
};
const words = (parts: Partial<Schedule>): string =>
  scheduleWords({ ...schedule, ...parts }, 'America/Toronto');

describe('scheduleWords', () => {
  it('say that it is off', () => {
    expect(words({ enabled: false })).toBe(
      'The schedule is off. Logwave analyzes a day only when someone starts it.',
    );
  });

  it('say how often, in whose name, and whether it tags', () => {
    expect(words({})).toBe('The schedule runs every 1h as ana, with tagging.');
    expect(words({ user: null, tag: false, interval: '15m' })).toBe(
      'The schedule runs every 15m, without tagging.',
    );
  });

  it('say what came of the last run, and when the next one begins', () => {
    const at = '2015-04-02T10:02:00.000Z';
    const last = { at, outcome: 'done', words: '1 day analyzed' } as const;
    expect(words({ last_run: last, next_run: '2015-04-02T11:02:00.000Z' })).toBe(
      'The schedule runs every 1h as ana, with tagging. Last run 2 April 06:02: 1 day analyzed. Next run 2 April 07:02.',
    );
  });

  it('say first of a run that failed that it did', () => {
    const at = '2015-04-02T10:02:00.000Z';
    const last = { at, outcome: 'failed', words: 'The key was revoked.' } as const;
    expect(words({ last_run: last })).toContain(
      'The last run failed, 2 April 06:02: The key was revoked.',
    );
  });

  it('say in a message that it was changed', () => {
    expect(changedWords({ enabled: true })).toBe('The schedule is on.');
    expect(changedWords({ enabled: false })).toBe('The schedule is off.');
  });
});
