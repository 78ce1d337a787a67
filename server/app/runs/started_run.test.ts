import { parseSettings } from '../../../common/settings/parse_settings';
import { settingsHash } from '../basics/settings_hash';
import { decisiveSettings } from './started_run';

function hashOf(given: object): string {
  const parsed = parseSettings({ zone: 'UTC', ...given });
  if ('faults' in parsed) throw new Error('valid settings expected');
  return settingsHash(decisiveSettings(parsed.settings));
}

describe('decisiveSettings', () => {
  it('stay the same if results are kept for another time: no verdict depends on that', () => {
    expect(hashOf({ retention: { days: 800 } })).toBe(hashOf({}));
  });

  it('differ where other days are learned from', () => {
    expect(hashOf({ training: { days: 14 } })).not.toBe(hashOf({}));
  });
});
