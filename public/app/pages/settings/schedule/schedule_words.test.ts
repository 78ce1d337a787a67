import type { Schedule } from '../../../../../common/api/setup/get_schedule';
import { scheduleWords } from './schedule_words';

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
      'Off: a day is analyzed only when somebody asks for it.',
    );
  });

  it('say how often, in whose name, and whether it tags', () => {
    expect(words({})).toBe('On, every 1h, ana, with tagging.');
    expect(words({ user: null, tag: false, interval: '15m' })).toBe(
      'On, every 15m, without tagging.',
    );
  });

  it('say what came of the last run, and when the next one begins', () => {
    const at = '2015-04-02T10:02:00.000Z';
    const last = { at, outcome: 'done', words: '1 day analyzed' } as const;
    expect(words({ last_run: last, next_run: '2015-04-02T11:02:00.000Z' })).toBe(
      'On, every 1h, ana, with tagging. Last run 2 April 06:02: 1 day analyzed. Next run 2 April 07:02.',
    );
  });

  it('say first of a run that failed that it did', () => {
    const at = '2015-04-02T10:02:00.000Z';
    const last = { at, outcome: 'failed', words: 'The key was revoked.' } as const;
    expect(words({ last_run: last })).toContain(
      'The last run failed, 2 April 06:02: The key was revoked.',
    );
  });
});
