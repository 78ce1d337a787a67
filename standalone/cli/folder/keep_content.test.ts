import { Client } from '@elastic/elasticsearch';
import type { JudgmentMark } from '../../../common/marks';
import { addMark } from '../../../server/elastic/silence';
import { keepCalendar, keepMute, removeCalendar } from '../../../server/wiring';
import { parseSettings, type SettingsFile } from '../../../common/settings';
import { MemoryCluster, memoryConnection } from '../../memory';
import { filesOf, icsName } from './folder_files';
import { FolderFault, readFolder } from './read_folder';
import { addContent, fetchContent } from './keep_content';

const { signal } = new AbortController();
const NOW = new Date('2026-12-01T09:00:00Z');
const SAVED: SettingsFile = {
  zone: 'Europe/Vienna',
  sources: [{ id: 'syslog' }],
  outages: [{ day: '2026-11-03' }],
  floors: [{ source: 'syslog', floors: { least_count: 5 } }],
  series: [
    { source: 'syslog', subtype: '5', floors: { judge: false } },
    { source: 'syslog', subtype: '3', omit_days: ['2026-11-02'] },
  ],
};
const ICS =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261208\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

function clientOf(): Client {
  const Connection = memoryConnection(new MemoryCluster());
  return new Client({ node: 'http://in-memory.invalid', Connection });
}

function judgingBy(client: Client, at: string) {
  const parsed = parseSettings(SAVED);
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return { client, settings: parsed.settings, author: 'ana', now: new Date(at) };
}

const JUDGMENT: JudgmentMark = {
  version: 1,
  kind: 'judgment',
  scope: 'default',
  source: 'syslog',
  subtype: '5',
  judgment: 'expected',
  day: '2026-11-25',
  hours: [3],
  repeats: 'weekday',
  until: '2027-02-25',
  reason: '<b>backup</b>',
  author: 'ana',
  at: '2026-11-26T08:00:00.000Z',
};

/** A cluster with a judgment, a mute, two calendars, and one that was removed. */
async function decided(): Promise<Client> {
  const client = clientOf();
  await keepMute(
    { kind: 'mute', source: 'syslog', until: '2026-12-24', reason: 'moving' },
    judgingBy(client, '2026-12-01T08:00:00Z'),
    signal,
  );
  await addMark(client, JUDGMENT, signal);
  for (const [place, name] of ['Feiertage', '../../etc', 'gone'].entries()) {
    const by = judgingBy(client, `2026-12-01T08:0${place}:00Z`);
    await keepCalendar({ name, means: ['like_sunday'], sources: null, ics: ICS }, by, signal);
  }
  await removeCalendar('gone', judgingBy(client, '2026-12-01T09:00:00Z'), signal);
  return client;
}

const exported = async (client: Client, settings = SAVED): Promise<Map<string, string>> =>
  filesOf({ settings, ...(await fetchContent(client, signal)) });
const reading = (files: ReadonlyMap<string, string>) => (path: string) =>
  Promise.resolve(files.get(path));

const ICS_PATH = icsName('Feiertage');
/** The list of calendars, with one whose file is elsewhere. */
const CALENDAR = (ics: string): string =>
  JSON.stringify([
    {
      ...{ version: 1, kind: 'calendar', scope: 'default', name: 'Feiertage', sources: null },
      ...{ means: ['like_sunday'], author: null, at: '2026-12-01T08:00:00.000Z', ics },
    },
  ]);

describe('a folder of decisions', () => {
  it('is the same byte for byte after an export, an import elsewhere and another export', async () => {
    const files = await exported(await decided());
    const content = await readFolder(reading(files), NOW);
    const elsewhere = clientOf();
    expect(await addContent(elsewhere, content, NOW, signal)).toEqual({ marks: 2, calendars: 2 });
    expect([...(await exported(elsewhere, content.settings))]).toEqual([...files]);
    expect(await addContent(elsewhere, content, NOW, signal)).toEqual({ marks: 0, calendars: 0 });
    expect([...(await exported(elsewhere, content.settings))]).toEqual([...files]);
  });

  it('brings a calendar back that was removed since, and only once', async () => {
    const client = await decided();
    const content = await readFolder(reading(await exported(client)), NOW);
    await removeCalendar('Feiertage', judgingBy(client, '2026-12-02T08:00:00Z'), signal);
    const later = new Date('2026-12-03T08:00:00Z');
    expect(await addContent(client, content, later, signal)).toEqual({ marks: 0, calendars: 1 });
    const { calendars } = await fetchContent(client, signal);
    expect(calendars.find(({ name }) => name === 'Feiertage')?.ics).toBe(ICS);
    expect(await addContent(client, content, later, signal)).toEqual({ marks: 0, calendars: 0 });
  });

  it('holds each part in a file of its own, sorted, and calendars as they are', async () => {
    const files = await exported(await decided());
    const paths = [...files.keys()].filter((path) => !path.startsWith('calendars/'));
    expect(files.get('calendars/.gitattributes')).toBe('*.ics -text\n');
    expect(paths).toEqual([
      'settings.json',
      'sources.json',
      'floors.json',
      'marks.json',
      'calendars.json',
    ]);
    const calendars = [...files.keys()].filter((path) => path.endsWith('.ics'));
    expect(calendars).toHaveLength(2);
    for (const path of calendars) {
      expect(path).toMatch(/^calendars\/[a-z0-9_]+\.ics$/);
      expect(files.get(path)).toBe(ICS);
    }
    expect(files.get('floors.json')).toMatch(/"subtype": "3"[^]*"subtype": "5"/);
    expect(files.get('marks.json')).toMatch(/"expected"[^]*"mute"/);
  });

  it('depends on no order in which things were stored', async () => {
    const content = await readFolder(reading(await exported(await decided())), NOW);
    const turned = {
      settings: { ...content.settings, series: [...(content.settings.series ?? [])].reverse() },
      marks: [...content.marks].reverse(),
      calendars: [...content.calendars].reverse(),
    };
    expect([...filesOf(turned)]).toEqual([...filesOf(content)]);
  });

  it.each<[string, string, string | undefined, string]>([
    ['a file is missing', 'marks.json', undefined, 'marks.json is missing'],
    ['a file is not JSON', 'marks.json', '[', 'marks.json is not JSON'],
    [
      'a mark has a key that nobody knows',
      'marks.json',
      '[{"kind":"mute","x":1}]',
      'marks.json, at 0',
    ],
    ['settings are wrong', 'settings.json', '{"method":"magic"}', 'the settings: '],
    ['settings are none', 'settings.json', '[]', 'settings.json holds no settings'],
    ['sources are none', 'sources.json', '{"a":1}', 'the settings: '],
    ['a calendar is elsewhere', 'calendars.json', CALENDAR('../../x.ics'), 'must be calendars/'],
    ['a calendar is not a calendar', ICS_PATH, 'hello', `${ICS_PATH}: `],
    ['a calendar is missing', ICS_PATH, undefined, `${ICS_PATH} is missing`],
    ['a calendar is too large', ICS_PATH, 'x'.repeat(600_000), 'too large'],
  ])('is refused as a whole where %s', async (_, path, text, why) => {
    const files = await exported(await decided());
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    const refused = readFolder(reading(files), NOW);
    await expect(refused).rejects.toThrow(FolderFault);
    await expect(refused).rejects.toThrow(why);
  });
});
