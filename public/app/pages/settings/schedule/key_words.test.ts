import type { Schedule } from '../../../../../common/api/setup/get_schedule';
import { keyWords } from './key_words';

const key = {
  granted_at: '2026-11-24T05:00:00.000Z',
  expires_at: '2026-12-24T05:00:00.000Z',
  owner: null,
  is_yours: false,
  is_renewal_due: false,
};
const schedule: Schedule = {
  enabled: true,
  interval: '1h',
  tag: true,
  user: 'ana',
  enabled_at: '2026-11-24T05:00:00.000Z',
  last_run: null,
  next_run: null,
  obstacles: [],
  key,
  warning: null,
};

describe('keyWords', () => {
  it('say whose key it is, since when and until when', () => {
    const words = keyWords(schedule, 'America/Toronto');
    expect(words).toContain('an API key of ana, granted on 24 November 2026');
    expect(words).toContain('expires on 24 December 2026');
  });

  it.each(['disabled', 'deleted'] as const)('say that its user is %s', (owner) => {
    expect(keyWords({ ...schedule, key: { ...key, owner } }, 'UTC')).toContain(`ana (${owner})`);
  });

  it('are empty if there is no key', () => {
    expect(keyWords({ ...schedule, key: null }, 'UTC')).toBe('');
  });
});
