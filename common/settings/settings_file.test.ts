import { readSettingsFile, settingsFileText } from './settings_file';

const OWN = {
  id: 'vpn',
  name: 'VPN',
  index: 'vpn-*',
  subtype_fields: ['event.action'],
  tag: 'vpn_outlier',
  wording: { code: 'vpn {subtype}', names: [] },
};

const SAVED: readonly (readonly [string, unknown])[] = [
  ['nothing', {}],
  ['a preset that is off', { sources: [{ id: 'suricata', enabled: false }] }],
  ['a source of one own', { zone: 'Europe/Vienna', sources: [OWN], method: 'talk' }],
  [
    'what was decided about series',
    {
      floors: [{ source: 'syslog', floors: { least_count: 3 } }],
      series: [{ subtype: '<b>"ä"', source: 'syslog', omit_days: ['2026-11-01'] }],
    },
  ],
];

describe('a settings file', () => {
  it.each(SAVED)('of %s is the same, byte for byte, when it is read and written', (_, saved) => {
    const text = settingsFileText(saved);
    const read = readSettingsFile(text);
    if ('errors' in read) throw new Error(read.errors.join('\n'));
    expect(settingsFileText(read.file)).toBe(text);
  });

  it('does not depend on the order in which keys were written', () => {
    const { id, ...rest } = OWN;
    const [one, other] = [
      { sources: [OWN], zone: 'UTC' },
      { zone: 'UTC', sources: [{ ...rest, id }] },
    ];
    expect(settingsFileText(one)).toBe(settingsFileText(other));
  });

  it('names no zone where none was chosen', () => {
    expect(settingsFileText({})).not.toContain('zone');
  });

  it.each([
    ['what is not JSON', '{', /It is not JSON/],
    ['a key that does not exist', '{"zones": "UTC"}', /no such setting: zones/],
    ['a source that is not whole', '{"sources": [{"id": "own"}]}', /"own" is not a preset/],
    ['a list', '[]', /./],
  ])('is refused with a sentence if it is %s', (_, text, words) => {
    const read = readSettingsFile(text);
    expect('errors' in read && read.errors.join('\n')).toMatch(words);
  });
});
