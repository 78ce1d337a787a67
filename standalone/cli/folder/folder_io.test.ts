import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { MemoryCluster, memoryConnection } from '../../memory';
import { listHistory } from '../../../server/wiring';
import { filesOf, type FolderCalendar, icsName } from './folder_files';
import { readIfThere, writeFolder } from './folder_io';
import { hostSettings, replaceSettings } from './replace_settings';

const { signal } = new AbortController();
const calendar: FolderCalendar = {
  version: 1,
  kind: 'calendar',
  scope: 'default',
  name: 'Feiertage',
  sources: null,
  means: ['like_sunday'],
  author: null,
  at: '2026-12-01T08:00:00.000Z',
  ics: 'A\r\nB\r\n',
};
const CONTENT = { settings: { zone: 'UTC' }, marks: [], calendars: [calendar] };

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'logwave-folder-'))));
afterEach(() => rm(folder, { recursive: true }));

describe('the folder of an export', () => {
  it('holds the files byte for byte, line ends of calendars included', async () => {
    const files = filesOf(CONTENT);
    await writeFolder(folder, files);
    for (const [path, text] of files) expect(await readFile(join(folder, path), 'utf8')).toBe(text);
    expect(await readIfThere(join(folder, 'none.json'))).toBeUndefined();
  });

  it('loses calendars that are no longer in use, and nothing that somebody else put there', async () => {
    await mkdir(join(folder, 'calendars'));
    const own = [join(folder, 'README.md'), join(folder, 'calendars', 'school.ics')];
    for (const file of own) await writeFile(file, 'mine');
    await writeFolder(folder, filesOf(CONTENT));
    await writeFolder(folder, filesOf({ ...CONTENT, calendars: [] }));
    for (const file of own) expect(await readFile(file, 'utf8')).toBe('mine');
    const names = await readdir(join(folder, 'calendars'));
    expect(names.map((name) => `calendars/${name}`)).not.toContain(icsName('Feiertage'));
  });

  it('is an error in a sentence where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(writeFolder(join(folder, 'file'), filesOf(CONTENT))).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(`cannot write into ${join(folder, 'file')}`) as string,
    });
  });
});

describe('settings of an import', () => {
  const settings = { zone: 'Europe/Vienna' };
  const clientOf = (): Client => {
    const Connection = memoryConnection(new MemoryCluster());
    return new Client({ node: 'http://in-memory.invalid', Connection });
  };

  it('replace those of the host once, and are in its history', async () => {
    const client = clientOf();
    expect(await replaceSettings(settings, undefined, client, signal)).toBe(true);
    expect(await replaceSettings(settings, undefined, client, signal)).toBe(false);
    expect((await hostSettings(client).load(signal)).settings.zone).toBe('Europe/Vienna');
    expect(await listHistory(client, signal)).toMatchObject([
      { kind: 'settings', about: 'zone', to: '"Europe/Vienna"' },
    ]);
  });

  it('replace the file that is named', async () => {
    const file = join(folder, 'logwave.json');
    expect(await replaceSettings(settings, file, clientOf(), signal)).toBe(true);
    expect(await replaceSettings(settings, file, clientOf(), signal)).toBe(false);
    expect(await readFile(file, 'utf8')).toContain('"zone": "Europe/Vienna"');
  });
});
