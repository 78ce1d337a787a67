import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';
import JSZip from 'jszip';
import { openApiDocument, SERVERS_OF_FILE } from '../../common/api/open_api';
import { makeManifest } from './manifest';
import { buildPlugin, stampAll } from './build_plugin';
import { stampZip } from './stamp_zip';
import { zipFiles } from './zip_files';
import { sharedModules } from './shared_modules';

const ROOT = join(__dirname, '..', '..');
const FOLDER = 'kibana/logwave/';
/** The hash of the page's script. */
const CHUNK = /(?<=\.chunk\.[\w-]+\.)[0-9a-f]{16}/;
/** What is loaded when it is opened; `mount` is the page. */
const CHUNKS = [
  'documents-series',
  'documents',
  'help',
  'help_sections',
  'load_rule_form',
  'month',
  'mount',
  'series',
  'settings',
  'silence',
];
const REQUIRE = /\brequire\("([^"]+)"\)/g;

let folder: string;
let files: Map<string, Buffer>;

const chunkOf = (opening: string) =>
  [...files.keys()].find((name) => name.includes(`.chunk.${opening}.`)) ?? '';

const pageScript = () => chunkOf('mount');

const text = (name: string) => files.get(name)?.toString('utf8') ?? '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-zip-'));
  const { path } = await buildPlugin(ROOT, '8.12.2', folder);
  expect(path).toBe(join(folder, 'logwave-8.12.2.zip'));
  const zip = await JSZip.loadAsync(await readFile(path));
  files = new Map();
  for (const [name, file] of Object.entries(zip.files)) {
    expect(name.startsWith(FOLDER)).toBe(true);
    files.set(name.slice(FOLDER.length), await file.async('nodebuffer'));
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

describe('the zip', () => {
  it('has what Kibana looks for, and no packages', () => {
    expect([...files.keys()].map((name) => name.replace(CHUNK, 'HASH'))).toEqual([
      '.i18nrc.json',
      'LICENSE',
      'NOTICE',
      'THIRD_PARTY.txt',
      'findings_dashboard.ndjson',
      'kibana.json',
      'openapi.json',
      'package.json',
      'server/index.js',
      ...CHUNKS.flatMap((name) => {
        const path = `target/public/logwave.chunk.${name}.HASH.js`;
        return [path, `${path}.br`];
      }),
      'target/public/logwave.plugin.js',
      'target/public/logwave.plugin.js.br',
      'translations/en.json',
    ]);
  });

  it('has a manifest that Kibana takes', () => {
    const versions = { kibana: '8.12.2', plugin: '0.2.0' };
    const manifest: unknown = JSON.parse(text('kibana.json'));
    expect(manifest).toEqual(makeManifest(text('kibana.json'), versions));
    expect(manifest).toMatchObject({ id: 'logwave', kibanaVersion: '8.12.2', ui: true });
  });

  it('lists translations that are there', () => {
    const { translations } = JSON.parse(text('.i18nrc.json')) as { translations: string[] };
    expect(translations).toContain('translations/en.json');
    for (const path of translations) expect(files.has(path)).toBe(true);
    const { messages } = JSON.parse(text('translations/en.json')) as { messages: object };
    expect(Object.keys(messages).every((id) => id.startsWith('logwave.'))).toBe(true);
    expect(messages).toHaveProperty(['logwave.app.name'], 'Logwave');
  });

  it('contains nothing about the machine that it was built on', () => {
    for (const [, content] of files) expect(content.includes(ROOT)).toBe(false);
  });

  it('brings the description of the API, for the version that it is of', () => {
    const { version } = JSON.parse(text('package.json')) as { version: string };
    expect(JSON.parse(text('openapi.json'))).toEqual(openApiDocument(version, SERVERS_OF_FILE));
  });

  it('names the licenses of what was bundled', () => {
    expect(text('THIRD_PARTY.txt')).toMatch(/^zod$/m);
    expect(text('THIRD_PARTY.txt')).not.toMatch(/^@elastic/m);
  });
});

describe('the server bundle', () => {
  it("requires Node's modules and Kibana's only", () => {
    const required = new Set([...text('server/index.js').matchAll(REQUIRE)].map(([, id]) => id));
    const others = [...required].filter(
      (id = '') => !id.startsWith('@kbn/') && !builtinModules.includes(id.replace(/^node:/, '')),
    );
    expect(others).toEqual([]);
    expect(required).toContain('@kbn/config-schema');
  });

  it('exports the plugin and its settings', async () => {
    const module = { exports: {} as Record<string, unknown> };
    const schema = new Proxy({}, { get: () => () => 'a type' });
    const load = (id: string): unknown =>
      id === '@kbn/config-schema' ? { schema } : jest.requireActual(id);
    const sandbox = {
      AbortController,
      Buffer,
      process,
      module,
      exports: module.exports,
      require: load,
    };
    runInNewContext(text('server/index.js'), sandbox);
    const { config, plugin } = module.exports as {
      config: unknown;
      plugin: (context: object) => Promise<object>;
    };
    expect(config).toEqual({ schema: 'a type' });
    const made = await plugin({ logger: { get: () => ({}) } });
    expect(Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(made)))).toEqual(
      expect.arrayContaining(['setup', 'start', 'stop']),
    );
  });

  it('keeps to what Node 18.18 has', () => {
    expect(text('server/index.js')).not.toMatch(/AbortSignal\.any\(|\.toSorted\(|withResolvers/);
  });
});

describe('the browser bundle', () => {
  it('defines the plugin under the id that Kibana asks for, and registers the app', () => {
    const defined = new Map<string, () => { plugin: () => { setup(core: object): void } }>();
    const apps: string[] = [];
    const known = new Set(sharedModules.values());
    const shared = new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'KbnI18n') return { i18n: { translate: (id: string) => id } };
          return known.has(String(name)) ? {} : expect(name).toBe('shared');
        },
      },
    );
    runInNewContext(text('target/public/logwave.plugin.js'), {
      __kbnSharedDeps__: shared,
      __kbnBundles__: { define: (id: string, load: never) => defined.set(id, load) },
    });
    expect([...defined.keys()]).toEqual(['plugin/logwave/public']);
    const plugin = defined.get('plugin/logwave/public')?.().plugin();
    plugin?.setup({ application: { register: ({ id }: { id: string }) => apps.push(id) } });
    expect(apps).toEqual(['logwave']);
  });

  it.each([
    [
      'the entry, which every page of Kibana loads,',
      () => 'target/public/logwave.plugin.js',
      4_000,
    ],
    ['the first look at the page', pageScript, 110_000],
    ['a series', () => chunkOf('series'), 38_000],
    ['the settings', () => chunkOf('settings'), 25_000],
    ['the month', () => chunkOf('month'), 10_000],
    ['the documentation', () => chunkOf('help_sections'), 4_000],
  ])('has %s compressed as well, and small', (_, name, limit) => {
    const compressed = files.get(`${name()}.br`) ?? Buffer.of();
    expect(brotliDecompressSync(compressed).toString('utf8')).toBe(text(name()));
    expect(compressed.length).toBeLessThan(limit);
  });

  it('brings nothing that makes JSON Schema', () => {
    expect(text(pageScript())).not.toContain('json-schema.org');
    expect(text('server/index.js')).toContain('json-schema.org');
  });

  it('has no words of zod but the English ones', () => {
    expect(text(pageScript())).not.toContain('Ungültige Eingabe');
  });
});

describe('built again', () => {
  const other = '9.5.4';
  let before: Buffer;

  beforeAll(async () => {
    before = await readFile(join(folder, 'logwave-8.12.2.zip'));
    await buildPlugin(ROOT, other, folder);
  }, 60_000);

  it('for another version, it equals the zip that is stamped for that version', async () => {
    const built = await readFile(join(folder, `logwave-${other}.zip`));
    expect(Buffer.compare(built, await stampZip(before, other))).toBe(0);
    expect(Buffer.compare(before, await stampZip(built, '8.12.2'))).toBe(0);
  });

  it('differs in the manifest alone', async () => {
    const { files: others } = await JSZip.loadAsync(
      await readFile(join(folder, `logwave-${other}.zip`)),
    );
    expect(Object.keys(others)).toEqual([...files.keys()].map((name) => FOLDER + name));
    const changed: string[] = [];
    for (const [name, content] of files) {
      const same = await others[FOLDER + name]?.async('nodebuffer');
      if (same === undefined || Buffer.compare(content, same) !== 0) changed.push(name);
    }
    expect(changed).toEqual(['kibana.json']);
  });

  it('for several versions, it is written for each', async () => {
    const path = join(folder, 'logwave-8.12.2.zip');
    const none = { raw: 0, sent: 0 };
    const sizes = { zip: 0, server: 0, entry: none, page: none, later: new Map() };
    const written = await stampAll({ path, ...sizes }, ['8.12.2', '8.19.0', '9.4.6']);
    expect(written).toEqual(['8.19.0', '9.4.6'].map((one) => join(folder, `logwave-${one}.zip`)));
    for (const one of written) {
      const { files: inside } = await JSZip.loadAsync(await readFile(one));
      const manifest = await inside[`${FOLDER}kibana.json`]?.async('text');
      expect(one).toContain(
        (JSON.parse(manifest ?? '') as { kibanaVersion: string }).kibanaVersion,
      );
    }
  });
});

describe('stampZip', () => {
  it.each([
    ['what is not a zip', Buffer.from('PK no'), 'cannot be read as a zip'],
    [
      'another zip',
      zipFiles(new Map([['kibana/other/kibana.json', '{}']])),
      'has no kibana/logwave',
    ],
    ['a broken manifest', zipFiles(new Map([[`${FOLDER}kibana.json`, '{']])), 'is not JSON'],
  ])('refuses %s', async (_, zip, words) => {
    await expect(stampZip(await zip, '9.5.4')).rejects.toThrow(words);
  });

  it('refuses a version of which nothing is known', async () => {
    await expect(stampZip(Buffer.of(), '7.17.0')).rejects.toThrow('nothing is known');
  });
});
