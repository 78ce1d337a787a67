import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './demo_report';

describe('the folder for the report of a demo', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'logwave-demo-report-'));
  });
  afterAll(() => rm(root, { recursive: true }));

  it('is a new one each time', async () => {
    const folders = [await temporaryFolder(root), await temporaryFolder(root)];
    expect(new Set(folders).size).toBe(2);
    expect(folders.map((folder) => dirname(folder ?? ''))).toEqual([root, root]);
    expect(await readdir(root)).toHaveLength(2);
  });

  it('does not exist if nothing can be written, and the user reads why', async () => {
    const said: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    const folder = await temporaryFolder(join(root, 'none'));
    write.mockRestore();
    expect(folder).toBeNull();
    expect(said.join('')).toContain(`There is no report of the day: ${join(root, 'none')} cannot`);
  });
});
