import { parseSettings } from '../../../../../common/settings/parse_settings';
import { usableParts } from './usable_parts';

describe('usableParts', () => {
  it('is all of what is valid', () => {
    const saved = { zone: 'UTC', sources: [{ id: 'ossec', tag: 'mine' }], talk: { depth: 7 } };
    expect(usableParts(saved)).toEqual(saved);
  });

  it('leaves out what is wrong, and no more', () => {
    const usable = usableParts({
      zone: 'Mars',
      method: 'talk',
      treshold: 3,
      talk: { depth: 1, difference_limit: 0.7 },
      sources: [{ id: 'ossec', tag: 'no tag' }, { id: 'syslog', enabled: false }, 7],
      series: [{ source: 'syslog', subtype: '5', omit_days: ['yesterday'] }],
    });
    expect(usable).toEqual({
      method: 'talk',
      talk: { difference_limit: 0.7 },
      sources: [{ id: 'syslog', enabled: false }],
      series: [],
    });
    expect('settings' in parseSettings(usable)).toBe(true);
  });

  it('keeps a source whose index expression is to be corrected', () => {
    const saved = { sources: [{ id: 'syslog', index: 'app-*,,b' }] };
    expect(usableParts(saved)).toEqual(saved);
  });

  it.each([null, 'zone: UTC', 7, []])('is nothing of %j', (saved) => {
    expect(usableParts(saved)).toEqual({});
  });
});
