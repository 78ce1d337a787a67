import { oddZoneSentence } from './odd_zone';

describe('oddZoneSentence', () => {
  it('says that UTC is used where TZ names no zone', () => {
    expect(oddZoneSentence('UTC+3', 'UTC')).toBe(
      'TZ is "UTC+3", which does not name a time zone: Logwave uses UTC if no other zone is set. Set TZ to a name such as Europe/Vienna to change that.',
    );
    expect(oddZoneSentence('', 'UTC')).toMatch(/^TZ is empty: Logwave uses UTC/);
    for (const odd of [':/etc/localtime', 'Mars/Olympus', 'CET-1CEST', 'Etc/Unknown', ' UTC']) {
      expect(oddZoneSentence(odd, 'UTC')).toContain(`TZ is "${odd}"`);
    }
  });

  it('says so too of a name in a case that the system does not take', () => {
    expect(oddZoneSentence('europe/vienna', 'UTC')).toContain('TZ is "europe/vienna"');
  });

  it('has nothing to say where TZ is not set or means what is used', () => {
    for (const name of ['UTC', 'utc', 'Etc/UTC', ':UTC', 'GMT']) {
      expect(oddZoneSentence(name, 'UTC')).toBeUndefined();
    }
    expect(oddZoneSentence(undefined, 'UTC')).toBeUndefined();
    expect(oddZoneSentence('posix/Europe/Vienna', 'Europe/Vienna')).toBeUndefined();
  });
});
