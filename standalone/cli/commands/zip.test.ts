import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { stampFile } from './zip';

const MANIFEST = 'kibana/logwave/kibana.json';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-stamp-'));
  file = join(folder, 'logwave-8.12.2.zip');
  const zip = new JSZip();
  zip.file(MANIFEST, JSON.stringify({ id: 'logwave', kibanaVersion: '8.12.2' }));
  zip.file('kibana/logwave/server/index.js', 'the code');
  await writeFile(file, await zip.generateAsync({ type: 'uint8array' }));
});
afterEach(() => rm(folder, { recursive: true }));

describe('logwave zip', () => {
  it('writes the same plugin for another version of Kibana, next to the file', async () => {
    const path = await stampFile(file, { kibanaVersion: '9.5.5' });
    expect(path).toBe(join(folder, 'logwave-9.5.5.zip'));
    const { files } = await JSZip.loadAsync(await readFile(path));
    const manifest = await files[MANIFEST]?.async('text');
    expect(JSON.parse(manifest ?? '')).toEqual({ id: 'logwave', kibanaVersion: '9.5.5' });
    expect(await files['kibana/logwave/server/index.js']?.async('text')).toBe('the code');
  });

  it('writes it into another folder, which it makes', async () => {
    const out = join(folder, 'zips', 'new');
    expect(await stampFile(file, { kibanaVersion: '8.19.3', out })).toBe(
      join(out, 'logwave-8.19.3.zip'),
    );
  });

  it.each([
    ['a version of which nothing is known', '9.6.0', /9\.6\.0\. Zips are built for Kibana 8\.12, /],
    ['a version without its last number', '9.5', /all three numbers/],
  ])('refuses %s', async (_, kibanaVersion, words) => {
    await expect(stampFile(file, { kibanaVersion })).rejects.toThrow(words);
  });

  it('says in a sentence that a file is not there, or is something else', async () => {
    const missing = stampFile(join(folder, 'no.zip'), { kibanaVersion: '9.5.4' });
    await expect(missing).rejects.toThrow(/^cannot read .*no\.zip: there is no such file$/);
    const onFile = stampFile(file, { kibanaVersion: '9.5.4', out: join(file, 'out') });
    await expect(onFile).rejects.toThrow(
      /^cannot write into .*: there is a file where its path has a folder$/,
    );
    await mkdir(join(folder, 'logwave-9.5.4.zip'));
    const onFolder = stampFile(file, { kibanaVersion: '9.5.4' });
    await expect(onFolder).rejects.toThrow(
      /^cannot write the zip .*logwave-9\.5\.4\.zip: it is a folder$/,
    );
    expect((await readdir(folder)).sort()).toEqual(['logwave-8.12.2.zip', 'logwave-9.5.4.zip']);
    await writeFile(file, 'something else');
    const other = stampFile(file, { kibanaVersion: '9.5.4' });
    await expect(other).rejects.toThrow(/is not a zip of Logwave/);
  });
});
