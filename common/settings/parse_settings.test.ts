import { parseSettings, parseStoredSettings } from './parse_settings';

const errorsOf = (input: unknown): readonly string[] => {
  const parsed = parseSettings(input);
  return 'errors' in parsed ? parsed.errors : [];
};

describe('parseSettings', () => {
  it('fills in the talk’s values and the presets', () => {
    const parsed = parseSettings({ zone: 'Europe/Vienna' });
    if ('errors' in parsed) throw new Error(parsed.errors.join());
    expect(parsed.settings.talk).toEqual({
      depth: 5,
      difference_limit: 0.5,
      contribution_limit: 0.25,
      low_percentile: 1,
      high_percentile: 99,
    });
    expect(parsed.settings.training).toEqual({ days: 31, weekend: ['saturday', 'sunday'] });
    expect(
      parsed.settings.sources.filter((source) => source.enabled).map((source) => source.tag),
    ).toEqual([
      'syslog_outlier',
      'ossec_outlier',
      'suricata_outlier',
      'postfix_outlier',
      'syslog_program_outlier',
    ]);
  });

  it('changes a preset by its id and leaves the rest of it', () => {
    const parsed = parseSettings({ sources: [{ id: 'shippers', enabled: true }] });
    if ('errors' in parsed) throw new Error(parsed.errors.join());
    const shippers = parsed.settings.sources.find((source) => source.id === 'shippers');
    expect(shippers).toMatchObject({ enabled: true, index: 'logstash-*' });
  });

  it('names the path of each fault and what is allowed', () => {
    expect(errorsOf({ method: 'magic', talk: { depth: 1 }, zone: 'Mars' })).toEqual([
      'zone: use an IANA zone such as Europe/Vienna or UTC',
      'method: allowed are calibrated, talk',
      'talk.depth: at least 2',
    ]);
  });

  it('refuses percentiles in the wrong order', () => {
    expect(errorsOf({ talk: { low_percentile: 99, high_percentile: 1 } })).toEqual([
      'talk.low_percentile: must be below the high percentile',
    ]);
  });

  it('refuses a setting that it does not know', () => {
    expect(errorsOf({ treshold: 3 })).toEqual(['no such setting: treshold']);
  });

  it.each([
    [
      { and: [{ exists: { field: 'a' } }, { range: { field: 'b', gte: '400' } }] },
      ['sources[0].filter.and[1].range.gte: must be a number'],
    ],
    [[{ field: 'type' }], ['sources[0].filter[0].any_of: is missing (array)']],
    [[{ field: 'type', any_of: [] }], ['sources[0].filter[0].any_of: must not be empty']],
    [[{ field: 'type', any_of: ['a'], nott: 1 }], ['sources[0].filter[0]: no such setting: nott']],
    [
      { not: { or: [{ exists: {} }] } },
      ['sources[0].filter.not.or[0].exists.field: is missing (string)'],
    ],
    [
      [{ nott: {} }],
      ['sources[0].filter[0]: name one of: field and any_of, exists, range, not, and, or'],
    ],
    ['type: a', ['sources[0].filter: must be a list of conditions, or one condition']],
    [
      { range: { field: 'b', gt: 5, lt: 5 } },
      ['sources[0].filter.range: no number is within these bounds'],
    ],
    [
      { not: { not: { not: { not: { exists: { field: 'a' } } } } } },
      [
        'sources[0].filter.not.not.not: name field and any_of, exists, or range; not, and, or cannot be nested more deeply',
      ],
    ],
  ])('names the place of a fault in the filter %j', (filter, errors) => {
    expect(errorsOf({ sources: [{ id: 'syslog', filter }] })).toEqual(errors);
  });

  it('takes no secret of a channel, since settings are saved and exported in plain text', () => {
    for (const secret of ['url', 'password', 'token', 'headers']) {
      const channels = [{ channel: 'ops', [secret]: 'geheim' }];
      const [error = ''] = errorsOf({ notifications: { channels } });
      expect(error).toContain('notifications.channels[0]');
      expect(error).toContain(secret);
      expect(error).not.toContain('geheim');
    }
  });

  it('says what a new source lacks, and that it is not a preset', () => {
    expect(
      errorsOf({ sources: [{ id: 'dns', name: 'DNS', index: 'dns-*', tag: 'dns_outlier' }] }),
    ).toEqual([
      expect.stringMatching(
        /^sources\[0\]\.id: "dns" is not a preset \(syslog, .*\), and a new source needs all/,
      ),
      'sources[0].subtype_fields: is missing (array)',
      'sources[0].wording: is missing (object)',
    ]);
  });

  it('names the part of an index expression that names nothing, of each source', () => {
    const sources = [
      { id: 'syslog', index: 'app-*,-' },
      { id: 'ossec' },
      { id: 'wazuh', index: ' ' },
    ];
    expect(errorsOf({ sources })).toEqual([
      'sources[0].index: the part "-" names nothing to leave out: name it, as in "logs-*,-logs-old"',
      'sources[2].index: part 1 of 1 is empty: name an index there',
    ]);
  });

  it('takes stored settings with such a part, so that other sources are analyzed', () => {
    const sources = [{ id: 'syslog', index: 'app-*,,b' }];
    const parsed = parseStoredSettings({ sources });
    const own = 'settings' in parsed ? parsed.settings.sources : [];
    expect(own.find(({ id }) => id === 'syslog')).toMatchObject({ index: 'app-*,,b' });
    expect(parseStoredSettings({ sources: [{ id: 'syslog', index: '' }] })).toMatchObject({
      errors: ['sources[0].index: must not be empty'],
    });
  });

  it('refuses what is not an object at all', () => {
    expect(errorsOf('zone: UTC')).toEqual(['must be an object']);
  });

  it('says what is empty that must not be', () => {
    const dns = { name: '', index: 'dns-*', tag: 'dns_outlier', wording: { code: 'x', names: [] } };
    expect(errorsOf({ sources: [{ id: 'dns', ...dns, subtype_fields: [] }] })).toEqual([
      'sources[0].name: must not be empty',
      'sources[0].subtype_fields: must not be empty',
    ]);
  });

  it('also gives each fault with its path, for a form', () => {
    const parsed = parseSettings({ training: { days: 'many' } });
    expect(parsed).toEqual({
      errors: ['training.days: must be a number'],
      faults: [{ path: 'training.days', words: 'must be a number' }],
    });
  });
});
