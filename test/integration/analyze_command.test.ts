import { chmod, readFile, writeFile } from 'node:fs/promises';
import { parseSettings } from '../../common/settings/parse_settings';
import type { Run } from '../../server/app/runs/run';
import type { TaggedRecord } from '../../server/app/tagging/tagging_result';
import type { Client } from '../../server/elastic/client';
import { RUNS_INDEX } from '../../server/elastic/results/runs_mapping';
import { SERIES_INDEX } from '../../server/elastic/results/series/series_mapping';
import {
  DRAWN_PLACE,
  type DrawnBlock,
  seriesBlockId,
} from '../../server/elastic/results/series/stored_series';
import { reportOfDay } from '../../server/wiring/messages/report_of_day';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerReport } from '../../standalone/cli/commands/report';
import { registerUntag } from '../../standalone/cli/commands/untag';
import { UserError } from '../../standalone/cli/basics/user_error';
import { onlySource, testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { fakeElasticsearch } from '../fixtures/counts_fake_elasticsearch';
import { taggedMappings, taggingRunner } from '../fixtures/tagging_runner';
import { TALK_DAY, talkDocuments } from '../fixtures/tagging_talk_logs';
import { startMailServer, TRUSTED_CA } from '../fixtures/smtp_server';
import { testUrl as url } from '../fixtures/test_cluster';

const { client, logs, countTagged, stop } = taggingRunner();
const INDEX = 'analyze-it-command';
const RUN_ID = `default:${TALK_DAY}:UTC`;

let folder: TestFolder;
let settings: string;

jest.setTimeout(120_000);
beforeAll(async () => {
  for (const name of ['ELASTICSEARCH_URL', 'LOGWAVE_SETTINGS']) delete process.env[name];
  folder = await testFolder();
  settings = await folder.write('settings.json', onlySource(INDEX));
  await logs.add(INDEX, talkDocuments());
});
afterAll(async () => {
  await folder.remove();
  await stop();
});

const analyze = (...args: readonly string[]): Promise<Said> =>
  runInProcess(registerAnalyze, ['analyze', '--es', url, '--settings', settings, ...args]);
const report = (...args: readonly string[]): Promise<Said> =>
  runInProcess(registerReport, ['report', '--es', url, '--settings', settings, ...args]);
const untag = (...args: readonly string[]): Promise<Said> =>
  runInProcess(registerUntag, ['untag', '--es', url, ...args]);
const day = ['--day', TALK_DAY];

/** The error that a command ends with. */
async function faultOf(command: Promise<Said>): Promise<UserError & { readonly said: Said }> {
  const error: unknown = await command.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  return error as UserError & { readonly said: Said };
}

/** Takes away what earlier versions did not store for reports: drawn series, and reasons. */
async function forgetForReports(): Promise<void> {
  const place = { index: SERIES_INDEX, id: seriesBlockId(RUN_ID, 'syslog', DRAWN_PLACE) };
  const { _source: block } = await client.get<DrawnBlock>(place);
  expect(block?.drawn).toMatchObject([{ subtype: '5' }]);
  await client.delete(place);
  const ledger = { index: RUNS_INDEX, id: RUN_ID };
  const { _source: run } = await client.get<Run>(ledger);
  const results = run?.source_results.map((result) => ({ ...result, not_assessed: undefined }));
  await client.index({ ...ledger, document: { ...run, source_results: results } });
}

describe('logwave analyze', () => {
  it('shows the findings in 100 columns, and how many documents would be tagged', async () => {
    const { out } = await analyze(...day);
    const lines = out.split('\n');
    expect(lines[0]).toBe('2015-04-01, UTC: 287 events');
    expect(out).toContain('Syslog notice (syslog severity 5)');
    expect(out).toContain('48 at 15:00');
    expect(out).toContain(
      'difference 0.54 (threshold 0.50); 15:00 carries 45 %, 10:00 carries 25 %',
    );
    expect(out).toContain('1 of 1 series unusual.');
    expect(out).toContain('68 documents would be tagged (--tag).');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    // No colors where no terminal shows them.
    expect(out).not.toContain('\u001B');
    expect(await countTagged(INDEX)).toBe(0);
  });

  it('is reported afterward in every form, as the run stored it', async () => {
    const { out: text } = await report(...day);
    expect(text).toMatch(/^Wednesday 1 April 2015, UTC\n\n1 of 1 series unusual\./);
    expect(text).toContain('More. 48 at 15:00');
    const { out: json } = await report(...day, '--json');
    expect(JSON.parse(json)).toMatchObject({ run_id: RUN_ID, unusual: [{ verdict: 'more' }] });
    await forgetForReports();
    expect((await report(...day, '--json')).out).toBe(json);
    expect((await report(...day, '--csv')).out).toContain('syslog,5,Syslog notice,unusual,more,');
    const file = folder.path('report.html');
    const link = ['--public-url', 'https://kibana.example/app/logwave/'];
    const { out, err } = await report(...day, '--html', '--output', file, ...link);
    expect([out, err]).toEqual(['', `The report of 2015-04-01 is in ${file}.\n`]);
    const html = await readFile(file, 'utf8');
    expect(html).toContain('href="https://kibana.example/app/logwave/day/2015-04-01"');
    const both = await faultOf(report(...day, '--html', '--csv'));
    expect(both).toMatchObject({ exitCode: 2 });
    const unknown = await faultOf(report('--day', '2015-03-31'));
    expect(unknown.message).toBe(
      '2015-03-31 was not analyzed yet: run logwave analyze --day 2015-03-31 first',
    );
    const nowhere = await faultOf(report(...day, '--output', folder.path('none/report.txt')));
    expect(nowhere.message).toContain('cannot write the report');
    const onFolder = await faultOf(report(...day, '--html', '--output', folder.path('')));
    expect(onFolder.message).toMatch(/^cannot write the report .*: it is a folder$/);
  });

  it('is read for a report at once: no request waits for the answer of another', async () => {
    await analyze(...day);
    const parsed = parseSettings(onlySource(INDEX));
    if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
    const sent: string[] = [];
    let answered = 0;
    const watch = (name: 'search' | 'mget') => {
      const call = client[name].bind(client) as (asked: object, how: object) => Promise<unknown>;
      return async (question: { readonly index?: string }, options: object): Promise<unknown> => {
        sent.push(`${name} of ${String(question.index)} after ${answered}`);
        const answer: unknown = await call(question, options);
        answered += 1;
        return answer;
      };
    };
    const watching = { search: watch('search'), mget: watch('mget') };
    const watched: Client = new Proxy<Client>(client, {
      get: (target, name): unknown =>
        Reflect.get(Object.hasOwn(watching, name) ? watching : target, name),
    });
    const caller = {
      ...{ name: null, client: watched, request: undefined },
      can: () => Promise.resolve(true),
    };
    const asked = { settings: parsed.settings, day: TALK_DAY, now: new Date() };
    const answer = await reportOfDay(caller, asked, new AbortController().signal);
    expect(answer.series).toMatchObject([{ subtype: '5', finding: { verdict: 'more' } }]);
    const findings = 'search of logwave-findings after 0';
    expect(sent.sort()).toEqual([
      ...['mget of logwave-runs after 0', 'mget of logwave-series after 0'],
      ...[findings, findings, 'search of logwave-journal after 0'],
      'search of logwave-marks after 0',
    ]);
  });

  it('sends the report by a mail server with TLS, and says why where it cannot', async () => {
    const server = await startMailServer();
    const channels = folder.path('notify.json');
    const mail = {
      type: 'smtp',
      host: '127.0.0.1',
      port: server.port,
      from: 'logwave@example.org',
      to: 'ana@example.org',
      ca: TRUSTED_CA,
    };
    await writeFile(channels, JSON.stringify({ mail }), { mode: 0o600 });
    const by = (name: string) => [...day, '--send', name, '--notify', channels];
    const { out, err } = await report(...by('mail'));
    expect([out, err]).toEqual(['', 'The report of 2015-04-01 went to ana@example.org.\n']);
    expect(server.mails[0]?.raw).toContain('Subject: Logwave, Wednesday 1 April 2015: 1 unusual');
    const unknown = await faultOf(report(...by('chat')));
    expect(unknown.message).toBe('There is no channel "chat". The only one is mail.');
    await server.stop();
    const away = await faultOf(report(...by('mail')));
    expect(away.message).toBe(`Nothing answers at 127.0.0.1:${server.port}.`);
    await chmod(channels, 0o644);
    const open = await faultOf(report(...by('mail')));
    expect(open.message).toContain(`run chmod 600 ${channels}`);
  });

  it('tags, adds what it tagged to a file, and changes nothing the second time', async () => {
    const records = folder.path('tagged.ndjson');
    const first = await analyze(...day, '--tag', '--records', records);
    expect(first.out).toContain('68 tags added.');
    const lines = (await readFile(records, 'utf8')).trim().split('\n');
    const tagged = lines.map((line) => JSON.parse(line) as TaggedRecord);
    expect(tagged).toHaveLength(68);
    expect(Object.keys(tagged[0] ?? {})).toEqual(['index', 'id', 'source', 'subtype', 'hour']);
    const { index = '', id = '', hour } = tagged[0] ?? {};
    const { _source: document } = await client.get<Record<string, unknown>>({ index, id });
    expect(document?.['tags']).toContain('syslog_outlier');
    expect(new Date(String(document?.['@timestamp'])).getUTCHours()).toBe(hour);

    const second = await analyze(...day, '--tag', '--records', records);
    expect(second.out).toContain('0 tags added; 68 documents already had the tag.');
    expect((await readFile(records, 'utf8')).trim().split('\n')).toHaveLength(68);
    // What is only counted is counted in the index as it was last refreshed.
    await client.indices.refresh({ index: INDEX });
    expect((await analyze(...day)).out).toContain('All 68 documents already have their tag.');
  });

  it('prints everything as JSON for machines', async () => {
    const { out } = await analyze(...day, '--tag', '--json');
    const printed = JSON.parse(out) as Record<string, unknown>;
    expect(printed).toMatchObject({
      run: { run_id: RUN_ID, status: 'analyzed', tagged: 68, origin: 'command' },
      findings: [{ subtype: '5', hours: [10, 15], verdict: 'more' }],
      tagging: { updated: 0, already_tagged: 68, refused: [], unread: [] },
      to_tag: null,
    });
  });

  it.each([
    ['a bad day', ['--day', '2015-04-31'], 'It must be a day such as 2015-04-01.'],
    ['a bad method', ['--method', 'magic'], 'Allowed choices are'],
    ['a bad zone', ['--zone', 'Mars/Olympus'], 'It must be an IANA time zone'],
  ])('refuses %s as wrong usage', async (_, args, words) => {
    const error = await faultOf(analyze(...args));
    expect(error.name).toBe('CommanderError');
    expect(error.message + error.said.err).toContain(words);
  });

  it.each([
    ['a day that has not begun', ['--day', '2999-01-01'], '2999-01-01 has not begun in UTC', 2],
    [
      'a day that the zone has skipped',
      ['--day', '2011-12-30', '--zone', 'Pacific/Apia'],
      '2011-12-30 does not exist in Pacific/Apia',
      2,
    ],
    ['records without tagging', ['--records', 'x.ndjson'], '--records needs --tag', 2],
    ['no settings file', ['--settings', '/no/such/file'], 'there is no such file', 1],
    [
      'a records file that cannot be written',
      ['--tag', '--records', '/no/such/folder/x.ndjson'],
      'cannot write the records file',
      1,
    ],
  ])('refuses %s in one sentence', async (_, args, words, exitCode) => {
    const error = await faultOf(analyze(...day, ...args));
    expect(error.message).toContain(words);
    expect(error).toBeInstanceOf(UserError);
    expect(error.exitCode).toBe(exitCode);
  });

  it('names every fault of the settings', async () => {
    const bad = await folder.write('bad.json', { methods: 'talk', training: { days: 0 } });
    const error = await faultOf(analyze(...day, '--settings', bad));
    expect(error.message).toContain('training.days: at least 1');
    expect(error.message).toContain('no such setting: methods');
    const none = { ...onlySource(INDEX), sources: [{ id: 'syslog', enabled: false }] };
    const others = ['ossec', 'suricata', 'postfix', 'syslog_program'];
    none.sources.push(...others.map((id) => ({ id, enabled: false })));
    const off = await folder.write('off.json', none);
    expect((await faultOf(analyze(...day, '--settings', off))).message).toContain(
      'no source is enabled',
    );
  });

  it('says which index is missing, after the report', async () => {
    const missing = await folder.write('missing.json', onlySource('analyze-it-nowhere-*'));
    const error = await faultOf(analyze(...day, '--replace', '--settings', missing));
    expect(error.message).toBe('1 of 1 source could not be analyzed: see the notes above');
    expect(error.exitCode).toBe(1);
    expect(error.said.out.replace(/\s+/g, ' ')).toContain(
      'syslog: not assessed, no index matches "analyze-it-nowhere-*"',
    );
  });

  it('says which field cannot be used, and what to do', async () => {
    const text = {
      properties: { ...taggedMappings.properties, severity: { type: 'text' as const } },
    };
    await logs.add('analyze-it-text', talkDocuments().slice(0, 50), text);
    const unusable = await folder.write('unusable.json', onlySource('analyze-it-text'));
    const error = await faultOf(analyze(...day, '--replace', '--settings', unusable));
    expect(error.exitCode).toBe(1);
    expect(error.said.out.replace(/\s+/g, ' ')).toContain(
      'the field "severity" of the source "syslog" is mapped as text in analyze-it-text: map it as keyword, or name other subtype_fields',
    );
  });

  it('ends with the connection error if nothing answers', async () => {
    const error = await faultOf(
      runInProcess(registerAnalyze, ['analyze', '--es', 'http://127.0.0.1:9', ...day]),
    );
    expect(error.name).toBe('ConnectionError');
    const wrong = await faultOf(runInProcess(registerAnalyze, ['analyze', '--es', 'elastic:9200']));
    expect(wrong.exitCode).toBe(2);
  });

  it('ends with the refusal where the password is wrong', async () => {
    const refused = { type: 'security_exception', reason: 'unable to authenticate user' };
    const fake = await fakeElasticsearch(() => ({
      status: 401,
      body: { error: { ...refused, root_cause: [refused] }, status: 401 },
    }));
    const node = fake.client.connectionPool.connections[0]?.url.href ?? '';
    const error = await faultOf(runInProcess(registerAnalyze, ['analyze', '--es', node, ...day]));
    await fake.close();
    const { origin } = new URL(node);
    const words = `${origin} does not accept the user name and password, or the API key`;
    expect(error).toMatchObject({ exitCode: 1, message: `the login was refused: ${words}` });
  });
});

describe('logwave untag', () => {
  it('takes the tags of a day away, and then has nothing to do', async () => {
    expect((await untag(...day)).out).toBe('68 tags removed.\n');
    expect(await countTagged(INDEX)).toBe(0);
    expect((await untag(...day)).out).toBe('There are no tags of Logwave to remove.\n');
  });

  it('takes the tags of a run away', async () => {
    await analyze(...day, '--tag');
    const { out } = await untag('--run', RUN_ID, '--json');
    expect(JSON.parse(out)).toEqual({ removed: 68, not_there: 0, gone: 0, refused: [] });
  });

  it('fails where an index takes no updates, and says how many still have their tag', async () => {
    await analyze(...day, '--tag');
    const block = (write: boolean) =>
      client.indices.putSettings({ index: INDEX, settings: { 'index.blocks.write': write } });
    await block(true);
    const error = await faultOf(untag(...day));
    await block(false);
    expect(error.exitCode).toBe(1);
    expect(error.said.out).toContain(
      `- ${INDEX}: 68 documents still tagged, because the index is read-only`,
    );
    expect((await untag(...day)).out).toContain('68 tags removed');
  });

  it('wants a day or a run, not both and not neither', async () => {
    for (const args of [[], [...day, '--run', RUN_ID]]) {
      const error = await faultOf(untag(...args));
      expect([error.message, error.exitCode]).toEqual([
        'choose which tags to remove: give either --day DAY or --run ID',
        2,
      ]);
    }
  });

  it('refuses a cluster whose journal is mapped by somebody else', async () => {
    const fake = await fakeElasticsearch(() => ({
      body: {
        indices: ['logwave-journal'],
        fields: { scope: { text: { type: 'text', searchable: true, aggregatable: false } } },
      },
    }));
    const node = fake.client.connectionPool.connections[0]?.url.href ?? '';
    const error = await faultOf(runInProcess(registerUntag, ['untag', '--es', node, ...day]));
    await fake.close();
    expect(error.message).toContain('logwave-journal ("scope" is text, not keyword)');
  });
});
