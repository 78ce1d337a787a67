import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from './load_settings';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-settings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function faultOf(text: string): Promise<string> {
  const file = join(folder, 'settings.json');
  await writeFile(file, text);
  const error: unknown = await loadSettings({ settings: file }).catch((thrown: unknown) => thrown);
  return (error as Error).message.replace(folder, '');
}

describe('loadSettings', () => {
  it('says in words why a settings file cannot be read', async () => {
    await expect(loadSettings({ settings: '/no/such.json' })).rejects.toThrow(
      /^cannot read the settings file \/no\/such.json: there is no such file$/,
    );
    await expect(loadSettings({ settings: folder })).rejects.toThrow(/: it is a folder$/);
  });

  it('says where a settings file stops being JSON', async () => {
    // Versions of Node differ: some name the place, some show the text.
    expect(await faultOf('{\n  "zone": UTC\n}')).toMatch(
      /^the settings file \/settings.json is not JSON: see (?:line 2, column 11$|.*"?zone": UTC)/,
    );
    expect(await faultOf('{"zone": "UTC"')).toMatch(
      /is not JSON: (?:it ends too early|see line 1)/,
    );
  });
});
