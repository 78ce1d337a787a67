import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleServer } from './bundle_server';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'logwave-bundle-'));
});
afterEach(() => rm(root, { recursive: true }));

async function bundled(code: string) {
  await writeFile(join(root, 'index.ts'), code);
  return bundleServer(root, 'index.ts');
}

describe('bundleServer', () => {
  it("leaves Node's modules and Kibana's to be required", async () => {
    const { required } = await bundled(`
      import { join } from 'path';
      import { setTimeout } from 'node:timers/promises';
      import { schema } from '@kbn/config-schema';
      export const plugin = () => [join, setTimeout, schema];
    `);
    expect(required).toEqual(['@kbn/config-schema', 'node:timers/promises', 'path']);
  });

  it('fails on a package that Kibana hands over itself', async () => {
    const building = bundled(
      `import { errors } from '@elastic/elasticsearch';\nexport const plugin = () => errors;`,
    );
    await expect(building).rejects.toThrow("is Kibana's own inside Kibana");
  });
});
