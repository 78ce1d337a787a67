import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRUSTED_CA } from '../../test/fixtures/smtp_server';
import { readCa } from './trust';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'logwave-trust-'))));
afterAll(() => rm(folder, { recursive: true }));

describe('the CA of a channel', () => {
  it('is the text of its file; none is that of Node', async () => {
    expect(await readCa(TRUSTED_CA, 'mail')).toBe(await readFile(TRUSTED_CA, 'utf8'));
    expect(await readCa(undefined, 'mail')).toBeUndefined();
  });

  it('is refused in a sentence where its file cannot be read', async () => {
    await expect(readCa(join(folder, 'none'), 'mail')).rejects.toThrow(
      /^The CA of the channel mail cannot be read: there is no such file\.$/,
    );
    await expect(readCa(folder, 'mail')).rejects.toThrow(/: it is a folder\.$/);
  });

  it.each(['', 'something else'])('is refused where its file has %j', async (text) => {
    const file = join(folder, 'ca.pem');
    await writeFile(file, text);
    await expect(readCa(file, 'mail')).rejects.toThrow(
      /^The CA of the channel mail is not a PEM certificate, /,
    );
  });
});
