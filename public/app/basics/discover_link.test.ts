import {
  discoverLink,
  joinedDiscoverLink,
  type DiscoverLink,
  type DocumentsOfSeries,
} from './discover_link';

const SOURCE = {
  id: 'suricata',
  index: 'logstash-*,other-*',
  filter: [
    { field: 'type', any_of: ['suricata'] },
    { field: 'event_type', any_of: ['alert', 'drop'] },
  ],
  time_field: '@timestamp',
  subtype_fields: ['alert.signature_id'],
};
const HOUR = 3_600_000;
const DAY = { from: Date.parse('2015-04-01T04:00:00Z'), to: Date.parse('2015-04-02T04:00:00Z') };
const WHAT = { source: SOURCE, fields: [], day: DAY };

/** The link, which there is. */
function linkTo(documents: DocumentsOfSeries, words: string): DiscoverLink {
  const link = discoverLink(documents, words);
  if (link === undefined) throw new Error('there is no link');
  return link;
}

describe('discoverLink', () => {
  const ranges = [6, 21].map((hour) => ({
    from: DAY.from + hour * HOUR,
    to: DAY.from + (hour + 1) * HOUR,
  }));
  const link = linkTo({ ...WHAT, subtype: '2210044', ranges }, 'at 06:00');

  it('names the data view by id, title and time field, and the whole day in UTC', () => {
    expect(link.dataViewSpec).toEqual({
      id: 'logwave-suricata',
      title: 'logstash-*,other-*',
      timeFieldName: '@timestamp',
    });
    expect(link.timeRange).toEqual({
      from: '2015-04-01T04:00:00.000Z',
      to: '2015-04-02T04:00:00.000Z',
      mode: 'absolute',
    });
  });

  it('filters for conditions of all kinds, named in words, by the fields that are used', () => {
    const filter = [
      { not: { field: 'verb', any_of: ['GET'] } },
      { or: [{ exists: { field: 'verb' } }, { range: { field: 'status', gte: 400 } }] },
    ];
    const source = { ...SOURCE, filter };
    const fields: [string, string][] = [['verb', 'verb.keyword']];
    const { filters } = linkTo({ ...WHAT, source, fields, subtype: '1', ranges: [] }, '');
    expect(filters.slice(0, 2).map(({ meta }) => [meta.alias, meta.type])).toEqual([
      ['not verb: GET', 'custom'],
      ['verb exists or (status ≥ 400)', 'custom'],
    ]);
    expect(filters.slice(0, 2).map(({ query }) => query)).toEqual([
      { bool: { must_not: [{ match_phrase: { 'verb.keyword': 'GET' } }] } },
      {
        bool: {
          should: [{ exists: { field: 'verb.keyword' } }, { range: { status: { gte: 400 } } }],
          minimum_should_match: 1,
        },
      },
    ]);
  });

  it('filters for the source, the series and one range for each flagged stretch', () => {
    expect(link.filters.map(({ query }) => query)).toEqual([
      { match_phrase: { type: 'suricata' } },
      {
        bool: {
          should: [
            { match_phrase: { event_type: 'alert' } },
            { match_phrase: { event_type: 'drop' } },
          ],
          minimum_should_match: 1,
        },
      },
      { match_phrase: { 'alert.signature_id': '2210044' } },
      {
        bool: {
          should: [
            {
              range: {
                '@timestamp': {
                  gte: '2015-04-01T10:00:00.000Z',
                  lt: '2015-04-01T11:00:00.000Z',
                  format: 'strict_date_optional_time',
                },
              },
            },
            {
              range: {
                '@timestamp': {
                  gte: '2015-04-02T01:00:00.000Z',
                  lt: '2015-04-02T02:00:00.000Z',
                  format: 'strict_date_optional_time',
                },
              },
            },
          ],
          minimum_should_match: 1,
        },
      },
    ]);
    expect(link.filters[3]?.meta.alias).toBe('at 06:00');
  });

  it('says for each filter what it is, and that it is in force and not negated', () => {
    const common = { disabled: false, negate: false, index: 'logwave-suricata' };
    expect(link.filters.map(({ meta }) => meta)).toEqual([
      { ...common, alias: 'type: suricata', type: 'phrase', key: 'type' },
      { ...common, alias: 'event_type: alert, drop', type: 'phrases', key: 'event_type' },
      {
        ...common,
        alias: 'alert.signature_id: 2210044',
        type: 'phrase',
        key: 'alert.signature_id',
      },
      { ...common, alias: 'at 06:00', type: 'custom' },
    ]);
    expect(link.filters.map(({ $state }) => $state)).toEqual(
      link.filters.map(() => ({ store: 'appState' })),
    );
    expect(link.query).toEqual({ language: 'kuery', query: '' });
    expect(link.columns).toEqual(['alert.signature_id', 'tags', 'message']);
  });

  it('does not filter for the tag, but shows it', () => {
    expect(JSON.stringify(link.filters)).not.toContain('tags');
    expect(link.columns).toContain('tags');
  });

  it('shows the whole day if no stretch has documents', () => {
    const whole = linkTo({ ...WHAT, subtype: '1', ranges: [] }, '');
    expect(whole.filters).toHaveLength(3);
  });

  it('filters for each of several subtype fields', () => {
    const source = { ...SOURCE, subtype_fields: ['event.dataset', 'event.action'] };
    const both = linkTo({ ...WHAT, source, subtype: '["nginx","<b>"]', ranges: [] }, '');
    expect(both.filters.slice(2).map(({ query }) => query)).toEqual([
      { match_phrase: { 'event.dataset': 'nginx' } },
      { match_phrase: { 'event.action': '<b>' } },
    ]);
  });

  it('is none if the source had other fields when the series was kept', () => {
    const source = { ...SOURCE, subtype_fields: ['event.dataset', 'event.action'] };
    for (const subtype of ['nginx', '["nginx"]', '[1,2]', '{', '']) {
      expect(discoverLink({ ...WHAT, source, subtype, ranges: [] }, '')).toBeUndefined();
    }
  });

  it('filters by the field that is counted, and not by its text field', () => {
    const fields: [string, string][] = [
      ['type', 'type.keyword'],
      ['alert.signature_id', 'alert.signature_id'],
    ];
    const { filters } = linkTo({ ...WHAT, fields, subtype: '1', ranges: [] }, '');
    expect(filters[0]).toMatchObject({
      meta: { alias: 'type: suricata', type: 'phrase', key: 'type.keyword' },
      query: { match_phrase: { 'type.keyword': 'suricata' } },
    });
    expect(filters[2]?.query).toEqual({ match_phrase: { 'alert.signature_id': '1' } });
  });

  it('filters by the text only where a document lacks its twin', () => {
    const fields: [string, string][] = [
      ['type', 'type'],
      ['type', 'type.keyword'],
    ];
    const { filters } = linkTo({ ...WHAT, fields, subtype: '1', ranges: [] }, '');
    expect(filters[0]?.query).toEqual({
      bool: {
        should: [
          {
            bool: {
              filter: [{ match_phrase: { type: 'suricata' } }],
              must_not: [{ exists: { field: 'type.keyword' } }],
            },
          },
          { match_phrase: { 'type.keyword': 'suricata' } },
        ],
        minimum_should_match: 1,
      },
    });
  });
});

describe('joinedDiscoverLink', () => {
  const ranges = [{ from: DAY.from, to: DAY.from + HOUR }];
  const one = linkTo({ ...WHAT, subtype: '1', ranges }, 'at 00:00');
  const syslog = { ...SOURCE, id: 'syslog', index: 'logstash-*,sys-*', filter: [] };
  const two = linkTo({ ...WHAT, source: syslog, subtype: '2', ranges }, 'at 00:00');

  it('shows what any of the links shows, in all of their indices', () => {
    const link = joinedDiscoverLink([one, two], 'all');
    expect(link?.dataViewSpec).toEqual({
      id: 'logwave-found',
      title: 'logstash-*,other-*,sys-*',
      timeFieldName: '@timestamp',
    });
    expect(link?.timeRange).toEqual(one.timeRange);
    const queries = [one, two].map(({ filters }) => filters.map(({ query }) => query));
    expect(link?.filters).toEqual([
      {
        meta: {
          alias: 'all',
          disabled: false,
          negate: false,
          index: 'logwave-found',
          type: 'custom',
        },
        query: {
          bool: {
            should: queries.map((filter) => ({ bool: { filter } })),
            minimum_should_match: 1,
          },
        },
        $state: { store: 'appState' },
      },
    ]);
  });

  it('leaves out nothing that another link shows, and is none if that cannot be', () => {
    const narrow = { ...syslog, index: 'sys-a-*' };
    const wide = { ...syslog, index: 'sys-*,-sys-a-*' };
    const others = { ...syslog, index: 'app-*,-app-old' };
    const [ofNarrow, ofWide, ofOthers] = [narrow, wide, others].map((source) =>
      linkTo({ ...WHAT, source, subtype: '2', ranges }, 'at 00:00'),
    );
    if (!ofNarrow || !ofWide || !ofOthers) throw new Error('there is no link');
    const link = joinedDiscoverLink([ofNarrow, ofWide], 'all');
    expect(link?.dataViewSpec.title).toBe('sys-*,-sys-a-*,sys-a-*');
    expect(joinedDiscoverLink([ofWide, ofOthers], 'all')).toBeUndefined();
  });

  it('is none if nothing was found, or if Discover would need two time fields', () => {
    expect(joinedDiscoverLink([], 'all')).toBeUndefined();
    const other = { ...syslog, time_field: 'time' };
    const third = linkTo({ ...WHAT, source: other, subtype: '2', ranges }, 'at 00:00');
    expect(joinedDiscoverLink([one, third], 'all')).toBeUndefined();
  });
});
