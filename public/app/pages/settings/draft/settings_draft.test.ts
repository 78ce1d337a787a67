import { parseSettings } from '../../../../../common/settings/parse_settings';
import type { Settings, SettingsFile } from '../../../../../common/settings/settings';
import {
  addSeries,
  addSource,
  addSourceOf,
  changeSeries,
  changeSource,
  removeSeries,
  removeSource,
  takeBackDay,
  takeBackOutage,
  type DraftChange,
} from './draft_changes';
import { sourceOfDataView } from '../../../../../common/sources/data_view';
import { faultAt } from './draft_faults';
import { checkDraft, draftOf, isChanged, type SettingsDraft } from './settings_draft';

function settingsOf(saved: SettingsFile): Settings {
  const parsed = parseSettings(saved);
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return parsed.settings;
}

const dns = {
  id: 'dns',
  name: 'DNS by zone',
  index: 'dns-*',
  subtype_fields: ['zone'],
  tag: 'dns_outlier',
  wording: { code: 'dns {subtype}', names: [['org', 'Organizations'] as [string, string]] },
};
const saved: SettingsFile = {
  zone: 'UTC',
  talk: { depth: 7 },
  incidents: { least_shared: 0.6 },
  sources: [{ id: 'ossec', tag: 'mine' }, dns],
  floors: [{ source: 'dns', floors: { least_count: 10 } }],
  series: [
    { source: 'dns', subtype: 'org', omit_days: ['2015-03-25', '2015-03-18'] },
    { source: 'ossec', subtype: '550', floors: { judge: false } },
  ],
  outages: [{ day: '2015-03-19' }, { day: '2015-03-19', source: 'ossec' }],
};
const base = { saved, settings: settingsOf(saved) };
const before = draftOf(base.settings);
const placeOf = (id: string): number => before.sources.findIndex((source) => source.id === id);

function changed(...changes: readonly DraftChange[]): SettingsDraft {
  return changes.reduce((draft, change) => change(draft), before);
}

function savedOf(draft: SettingsDraft): SettingsFile {
  const checked = checkDraft(base, draft);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.saved;
}

const faultsOf = (draft: SettingsDraft) => {
  const checked = checkDraft(base, draft);
  return 'faults' in checked ? checked.faults : [];
};

describe('checkDraft', () => {
  it('learns again from a day of which an outage is taken back, and from no other', () => {
    expect(savedOf(changed(takeBackOutage({ day: '2015-03-19' }))).outages).toEqual([
      { day: '2015-03-19', source: 'ossec' },
    ]);
  });

  it('saves what was saved where nothing is changed, what the form does not show included', () => {
    const written = savedOf(before);
    expect(written).toMatchObject(saved);
    expect(settingsOf(written)).toEqual(base.settings);
    expect(isChanged(before, draftOf(base.settings))).toBe(false);
  });

  it('saves what findings of one incident share, and refuses what is not a share', () => {
    expect(savedOf({ ...before, least_shared: '0.5' }).incidents).toEqual({ least_shared: 0.5 });
    expect(faultsOf({ ...before, least_shared: '2' })).toMatchObject([
      { path: 'incidents.least_shared' },
    ]);
  });

  it('saves of a preset only what differs from it', () => {
    const draft = changed(
      changeSource(placeOf('ossec'), { enabled: false }),
      changeSource(placeOf('shippers'), { enabled: true }),
      changeSource(placeOf('syslog'), { filter: [{ field: 'kind', values: 'a, b\n c \n' }] }),
    );
    expect(savedOf(draft).sources).toEqual([
      { id: 'syslog', filter: [{ field: 'kind', any_of: ['a, b', 'c'] }] },
      { id: 'ossec', tag: 'mine', enabled: false },
      { id: 'shippers', enabled: true },
      dns,
    ]);
    expect(isChanged(draft, before)).toBe(true);
  });

  it('keeps the names of an own source when its wording changes', () => {
    const draft = changed(changeSource(placeOf('dns'), { code: 'zone {subtype}' }));
    const { wording } = savedOf(draft).sources?.find(({ id }) => id === 'dns') ?? {};
    expect(wording).toEqual({ ...dns.wording, code: 'zone {subtype}' });
  });

  it('saves a new source whole', () => {
    const fields = { id: 'vpn', name: 'VPN', index: 'vpn-*', tag: 'vpn_outlier' };
    const at = before.sources.length;
    const draft = changed(addSource, changeSource(at, { ...fields, subtype_fields: 'user, city' }));
    expect(savedOf(draft).sources).toContainEqual({
      ...fields,
      subtype_fields: ['user', 'city'],
      time_field: '@timestamp',
      wording: { code: '{subtype}', names: [] },
      filter: [],
      enabled: true,
    });
  });

  it('drops a removed source, its minimums and the settings of its series', () => {
    const written = savedOf(changed(removeSource(placeOf('dns'))));
    expect(written.sources).toEqual([{ id: 'ossec', tag: 'mine' }]);
    expect(written.floors).toEqual([]);
    expect(written.series?.map(({ source }) => source)).toEqual(['ossec']);
  });

  it('sets minimums of sources and of series, and takes days back', () => {
    const { floors } = before.sources[placeOf('syslog')] ?? {};
    if (floors === undefined) throw new Error('syslog is a preset');
    const draft = changed(
      changeSource(placeOf('syslog'), { floors: { ...floors, least_ratio: ' 1.5 ' } }),
      takeBackDay(0, '2015-03-18'),
      removeSeries(1),
      addSeries,
      changeSeries(1, { subtype: '5', floors: { ...floors, judge: false } }),
    );
    const written = savedOf(draft);
    expect(written.floors).toEqual([
      { source: 'syslog', floors: { least_ratio: 1.5 } },
      { source: 'dns', floors: { least_count: 10 } },
    ]);
    expect(written.series).toEqual([
      { source: 'dns', subtype: 'org', omit_days: ['2015-03-25'] },
      { source: 'syslog', subtype: '5', floors: { judge: false } },
    ]);
  });

  it('forgets a series when its last day is taken back', () => {
    const draft = changed(takeBackDay(0, '2015-03-18'), takeBackDay(0, '2015-03-25'));
    expect(savedOf(draft).series?.map(({ source }) => source)).toEqual(['ossec']);
  });

  it('names each fault at the place that its field has in the form', () => {
    const { floors } = before.sources[placeOf('shippers')] ?? {};
    if (floors === undefined) throw new Error('shippers is a preset');
    const draft = {
      ...changed(
        changeSource(placeOf('shippers'), { tag: 'a b', floors: { ...floors, least_ratio: '0' } }),
        changeSource(placeOf('dns'), { filter: [{ field: '', values: 'x' }] }),
      ),
      zone: 'Mars',
      training_days: 'many',
    };
    const faults = faultsOf(draft);
    const at = (path: string) => faultAt(faults, path);
    expect(at('zone')).toBe('Use an IANA zone such as Europe/Vienna or UTC.');
    expect(at('training.days')).toBe('Must be a number.');
    expect(at(`sources[${placeOf('shippers')}].tag`)).toMatch(/^Use letters, digits/);
    expect(at(`sources[${placeOf('dns')}].filter[0].field`)).toBe('Must not be empty.');
    expect(at(`floors[${placeOf('shippers')}].floors.least_ratio`)).toBe('At least 1.');
    expect(at(`sources[${placeOf('ossec')}]`)).toBeUndefined();
    expect(faults).toHaveLength(5);
  });

  it('refuses the runtime fields of the data view that a source was made of, by name', () => {
    const at = before.sources.length;
    const view = {
      name: 'Web',
      title: 'web-*',
      time_field: '@timestamp',
      runtime_fields: ['status_class', 'verb'],
    };
    const made = sourceOfDataView(view, new Set());
    if ('refused' in made) throw new Error(made.refused);
    const filter = [
      { field: 'verb', values: 'GET' },
      { text: '{"not": {"exists": {"field": "status_class"}}}' },
      { text: '{"exists": {"field": "host"}}' },
    ];
    const draft = changed(
      addSourceOf(made, view),
      changeSource(at, { subtype_fields: 'host, status_class', filter }),
    );
    const faults = faultsOf(draft).map(({ path, words }) => [path, words.split(' is ')[0]]);
    expect(faults).toEqual([
      [`sources[${at}].subtype_fields`, '"status_class"'],
      [`sources[${at}].filter[0].field`, '"verb"'],
      [`sources[${at}].filter[1]`, '"status_class"'],
    ]);
    const mended = changeSource(at, { subtype_fields: 'host', filter: [] })(draft);
    expect(savedOf(mended).sources).toContainEqual({
      ...made,
      subtype_fields: ['host'],
      wording: { code: '{subtype}', names: [] },
      filter: [],
      enabled: true,
    });
  });

  it('refuses a second source of the same id, which the validator would take for a change', () => {
    const at = before.sources.length;
    const fields = { name: 'Other', index: 'a-*', tag: 'a', subtype_fields: 'b' };
    const faults = faultsOf(changed(addSource, changeSource(at, { ...fields, id: 'syslog ' })));
    expect(faultAt(faults, `sources[${at}].id`)).toBe('Another source has this id.');
  });
});
