import type { estypes } from '@elastic/elasticsearch';
import { addDays } from '../../common/time/day';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { burstSettings } from '../fixtures/burst_logs';
import { testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { logIndices } from '../fixtures/counts_logs';
import { itOnElasticsearch } from '../fixtures/on_elasticsearch';
import { testClient, testUrl as url } from '../fixtures/test_cluster';

const DAY = '2026-06-17';
const client = testClient();
const logs = logIndices(client);
let folder: TestFolder;

jest.setTimeout(120_000);
beforeAll(async () => {
  for (const name of ['ELASTICSEARCH_URL', 'LOGWAVE_SETTINGS']) delete process.env[name];
  folder = await testFolder();
});
afterAll(async () => {
  await folder.remove();
  await logs.removeAll();
  await client.close();
});

/** A few documents at 10:00 of the day and the three before it. */
function documents(fields: object, days = 3): object[] {
  return Array.from({ length: days + 1 }, (_, back) => addDays(DAY, -back)).flatMap((day) =>
    [1, 2].map((minute) => ({ '@timestamp': `${day}T10:0${minute}:00Z`, ...fields })),
  );
}

const properties = (fields: estypes.MappingTypeMapping['properties'] = {}) => ({
  properties: { '@timestamp': { type: 'date' as const }, ...fields },
});

/** What a command says, and the sentence that it ends with, where it fails. */
interface Outcome {
  readonly out: string;
  readonly fault: string | null;
}

/** Analyzes a day by these settings; lines are joined. */
async function analyze(settings: object, day: string = DAY): Promise<Outcome> {
  const file = await folder.write('settings.json', settings);
  const place = ['--es', url, '--settings', file, '--replace'];
  const joined = ({ out }: Said): string => out.replace(/\s+/g, ' ');
  try {
    const said = await runInProcess(registerAnalyze, ['analyze', '--day', day, ...place]);
    return { out: joined(said), fault: null };
  } catch (error) {
    const { message, said } = error as Error & { readonly said: Said };
    return { out: joined(said), fault: message };
  }
}

/** A source by a field of an index; the presets are switched off. */
const sourceOn = (id: string, index: string, parts: object = {}): object => ({
  ...burstSettings(id, index).sources.at(-1),
  ...parts,
});
const presetsOff = burstSettings('none', 'none').sources.slice(0, -1);
const settingsOf = (sources: readonly object[]) => ({
  zone: 'UTC',
  sources: [...presetsOff, ...sources],
});

/** An index of documents with a field `f`, and a source that counts by a field of them. */
async function addShape([name, mapping, fields, subtype]: Shape): Promise<object> {
  const index = `shapes-it-${name}`;
  await logs.add(index, documents(fields), mapping);
  return sourceOn(name, index, { subtype_fields: [subtype] });
}

type Shape = readonly [
  name: string,
  mapping: estypes.MappingTypeMapping,
  fields: object,
  subtype: string,
];

describe('documents that belong to no source', () => {
  const ecs = {
    event: { original: 'x' },
    host: { hostname: 'h' },
    log: { syslog: { severity: { code: 5 } } },
    process: { name: 'sshd' },
  };
  const presets = ['syslog', 'ossec', 'suricata', 'postfix', 'syslog_program'];
  const onIndex = (index: string) => ({
    zone: 'UTC',
    sources: presets.map((id) => ({ id, index })),
  });

  it('are reported to exist, with the preset whose fields they have', async () => {
    await logs.add('shapes-it-ecs', documents(ecs), properties());
    const { out, fault } = await analyze(onIndex('shapes-it-ecs'));
    expect(fault).toBe(
      '5 of 5 sources have no event in a series, though there are documents: see the notes above',
    );
    expect(out).toContain(
      'syslog, ossec, suricata, postfix, syslog_program: none of the 2 documents in "shapes-it-ecs" on this day is in a series, because no index has the field "type". The preset syslog_ecs ("Syslog by severity (ECS)") fits, because the documents have the field "log.syslog.severity.code": enable it with the index "shapes-it-ecs"',
    );
    const { _source: run } = await client.get<Record<string, unknown>>({
      index: 'logwave-runs',
      id: `default:${DAY}:UTC`,
    });
    expect(run).toMatchObject({
      status: 'partial',
      source_results: [{ is_misfit: true }, {}, {}, {}, {}],
    });
  });

  it('are named where an index keeps the field without mapping it', async () => {
    const mapping = { dynamic: false as const, ...properties() };
    await logs.add('shapes-it-static', documents({ k: 'x' }), mapping);
    const { out, fault } = await analyze(burstSettings('static', 'shapes-it-static'));
    expect(fault).toContain('1 of 1 source has no event in a series');
    expect(out).toContain('documents have the field "k", but no index maps it');
  });

  it('are not a fault where other sources count documents of the same index', async () => {
    const mapping = properties({ type: { type: 'keyword' }, program: { type: 'keyword' } });
    const syslog = { type: 'syslog', program: 'cron', syslog_severity_code: 5 };
    await logs.add('shapes-it-talk', documents(syslog), mapping);
    const { out, fault } = await analyze(onIndex('shapes-it-talk'));
    expect(fault).toBeNull();
    expect(out).not.toContain('is in a series');
  });
});

describe('a field', () => {
  const nested = { type: 'nested', properties: { id: { type: 'keyword' } } } as const;
  const list = { f: [{ id: 'x' }] };
  const text = { type: 'text', fields: { raw: { type: 'keyword' } } } as const;

  itOnElasticsearch('that cannot be counted by is named with what to use instead', async () => {
    const shapes: readonly Shape[] = [
      ['nested', properties({ f: nested }), list, 'f.id'],
      [
        'object',
        properties({ f: { properties: { id: { type: 'keyword' } } } }),
        { f: { id: 'x' } },
        'f',
      ],
      ['flattened', properties({ f: { type: 'flattened' } }), { f: { id: 'x' } }, 'f'],
      ['text', properties({ f: text }), { f: 'x' }, 'f'],
      ['bare', properties({ f: { type: 'keyword', doc_values: false } }), { f: 'x' }, 'f'],
    ];
    const sources: object[] = [];
    for (const shape of shapes) sources.push(await addShape(shape));
    const { out, fault } = await analyze(settingsOf(sources));
    expect(fault).toBe('5 of 5 sources could not be analyzed: see the notes above');
    for (const words of [
      'is inside the nested field "f" in shapes-it-nested: name a field outside of "f"',
      'is an object, not a value in shapes-it-object: name a field in it, such as "f.id"',
      'values of all its keys in shapes-it-flattened: name one of its keys, such as "f.name"',
      'is mapped as text in shapes-it-text: name "f.raw" instead',
      'without doc values in shapes-it-bare: map it as keyword with doc values',
    ]) {
      expect(out).toContain(words);
    }
  });

  itOnElasticsearch('is named that is inside a nested one in some indices only', async () => {
    await logs.add('shapes-it-drift-1', documents(list), properties({ f: nested }));
    const object = { properties: { id: { type: 'keyword' } } } as const;
    await logs.add('shapes-it-drift-2', documents({ f: { id: 'x' } }), properties({ f: object }));
    const byId = sourceOn('drift', 'shapes-it-drift-*', { subtype_fields: ['f.id'] });
    const { out, fault } = await analyze(settingsOf([byId]));
    expect(fault).not.toBeNull();
    expect(out).toContain('is inside the nested field "f" in shapes-it-drift-1: name a field');
  });

  itOnElasticsearch(
    'is counted by where it is a key, a runtime field, an alias, not indexed, or also at the root',
    async () => {
      const shapes: readonly Shape[] = [
        ['key', properties({ f: { type: 'flattened' } }), { f: { id: 'x' } }, 'f.id'],
        ['runtime', { ...properties(), runtime: { f: { type: 'keyword' } } }, { f: 'x' }, 'f'],
        [
          'alias',
          properties({ k: { type: 'keyword' }, f: { type: 'alias', path: 'k' } }),
          { k: 'x' },
          'f',
        ],
        ['unindexed', properties({ f: { type: 'keyword', index: false } }), { f: 'x' }, 'f'],
        ['root', properties({ f: { ...nested, include_in_root: true } }), list, 'f.id'],
      ];
      const sources: object[] = [];
      for (const shape of shapes) sources.push(await addShape(shape));
      const { out, fault } = await analyze(settingsOf(sources));
      expect(fault).toBeNull();
      expect(out).toContain(`${DAY}, UTC: 10 events Nothing unusual in 5 series.`);
    },
  );
});

describe('events of a report', () => {
  it('are documents, each of which is counted once', async () => {
    const mapping = properties({ k: { type: 'keyword' }, program: { type: 'keyword' } });
    const fields = { k: 'x', program: 'sshd' };
    await logs.add('shapes-it-once-1', documents(fields), mapping);
    await logs.add('shapes-it-once-2', documents({ ...fields, program: 'cron' }), mapping);
    const sshd = { filter: [{ field: 'program', any_of: ['sshd'] }] };
    const known = { filter: [{ field: 'k', any_of: ['x'] }] };
    const sources = [
      sourceOn('all', 'shapes-it-once-*', known),
      sourceOn('again', 'shapes-it-once-*', { ...known, subtype_fields: ['program'] }),
      sourceOn('sshd', 'shapes-it-once-*', sshd),
      sourceOn('first', 'shapes-it-once-1'),
    ];
    const { out } = await analyze(settingsOf(sources));
    expect(out).toContain(`${DAY}, UTC: 4 events`);
  });
});

describe('a day without logs', () => {
  it('comes with the days that have some, and the next command', async () => {
    await logs.add(
      'shapes-it-days',
      documents({ k: 'x' }, 2),
      properties({ k: { type: 'keyword' } }),
    );
    const settings = burstSettings('days', 'shapes-it-days');
    const words = (nearest: string) =>
      `days: not assessed, "shapes-it-days" has no document of this day: its logs are from 2026-06-15 to ${DAY}, and ${nearest} is the nearest day with logs`;
    const later = await analyze(settings, '2026-06-20');
    expect(later.out).toContain(words(DAY));
    expect(later.out).toContain(`Next: bin/logwave analyze --day ${DAY} --settings`);
    expect(later.out).not.toContain('documents to tag');
    expect((await analyze(settings, '2026-06-01')).out).toContain(words('2026-06-15'));
    const between = { '@timestamp': '2026-06-25T10:00:00Z', k: 'x' };
    await logs.add('shapes-it-days', [between], properties({ k: { type: 'keyword' } }));
    expect((await analyze(settings, '2026-06-24')).out).toContain(
      'its logs are from 2026-06-15 to 2026-06-25, and 2026-06-25 is the nearest day with logs',
    );
  });

  it('is distinguished from an index that is empty, and from none', async () => {
    await logs.add('shapes-it-empty', [], properties({ k: { type: 'keyword' } }));
    const empty = await analyze(burstSettings('empty', 'shapes-it-empty'), '2026-06-21');
    expect(empty.out).toContain('not assessed, "shapes-it-empty" is empty');
    const none = await analyze(burstSettings('none', 'shapes-it-none'), '2026-06-22');
    expect(none.out).toContain('not assessed, no index matches "shapes-it-none"');
  });
});
