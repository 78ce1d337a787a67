import type { Judgment } from '../../../common/marks';
import { settledBy } from './settled';

function judgment(part: Partial<Judgment> = {}): Judgment {
  return {
    id: 'one',
    version: 1,
    kind: 'judgment',
    scope: 'default',
    source: 'syslog',
    subtype: 'sshd',
    judgment: 'expected',
    day: '2015-04-01',
    hours: [3],
    repeats: 'once',
    until: '2015-07-01',
    reason: null,
    author: 'ana',
    at: '2015-04-02T05:00:00.000Z',
    ...part,
  };
}

const finding = { source: 'syslog', subtype: 'sshd', verdict: 'more' } as const;
const never = (): boolean => false;

describe('settledBy', () => {
  it('holds for the judged series and day, as the judgment repeats', () => {
    const once = settledBy([judgment()], never);
    expect(once(finding, '2015-04-01')).toBe(true);
    expect(once(finding, '2015-04-02')).toBe(false);
    expect(once({ ...finding, subtype: 'cron' }, '2015-04-01')).toBe(false);
    expect(settledBy([judgment({ repeats: 'daily' })], never)(finding, '2015-04-02')).toBe(true);
  });

  it('ends with the judgment, and when it is taken back', () => {
    const ended = settledBy([judgment({ repeats: 'daily', until: '2015-04-02' })], never);
    expect(ended(finding, '2015-04-02')).toBe(false);
    const back = judgment({ id: 'two', judgment: 'none', at: '2015-04-03T05:00:00.000Z' });
    expect(settledBy([back, judgment()], never)(finding, '2015-04-01')).toBe(false);
  });

  it('holds for a silence that is muted, and for nothing else of its series', () => {
    const muted = settledBy([], () => true);
    expect(muted({ ...finding, verdict: 'silent' }, '2015-04-01')).toBe(true);
    expect(muted(finding, '2015-04-01')).toBe(false);
  });
});
