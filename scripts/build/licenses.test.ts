import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolders, thirdPartyLicenses } from './licenses';

describe('licenses', () => {
  it('finds the package that each file is of, the innermost', () => {
    const inputs = [
      'server/index.ts',
      'node_modules/zod/v4/core/core.js',
      'node_modules/zod/v4/core/api.js',
      'node_modules/@a/b/node_modules/c/index.js',
    ];
    expect(packageFolders(inputs)).toEqual([
      'node_modules/@a/b/node_modules/c',
      'node_modules/zod',
    ]);
  });

  it('puts the licenses together, and fails on a package without one', async () => {
    const root = await mkdtemp(join(tmpdir(), 'logwave-licenses-'));
    try {
      await mkdir(join(root, 'node_modules/good'), { recursive: true });
      await mkdir(join(root, 'node_modules/bare'), { recursive: true });
      await writeFile(join(root, 'node_modules/good/LICENSE.md'), 'Do as you like.\n');
      const text = await thirdPartyLicenses(root, ['node_modules/good/index.js']);
      expect(text).toBe('good\n\nDo as you like.\n');
      await mkdir(join(root, 'node_modules/readme'), { recursive: true });
      await writeFile(join(root, 'node_modules/readme/README.md'), '# x\n\n## License\n\nMIT.\n');
      expect(await thirdPartyLicenses(root, ['node_modules/readme/x.js'])).toBe('readme\n\nMIT.\n');
      await mkdir(join(root, 'node_modules/named/licenses'), { recursive: true });
      const named = { license: 'MIT', author: 'Ann <ann@x>', contributors: [{ name: 'Bea' }] };
      await writeFile(join(root, 'node_modules/named/package.json'), JSON.stringify(named));
      expect(await thirdPartyLicenses(root, ['node_modules/named/x.js'])).toMatch(
        /^named\n\nMIT License\n\nCopyright Ann <ann@x>, Bea\n\nPermission is hereby granted/,
      );
      const building = thirdPartyLicenses(root, ['node_modules/bare/index.js']);
      await expect(building).rejects.toThrow('has no license to pass on');
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
