import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { runInProcess, type Said } from '../../../test/fixtures/command_in_process';
import { describeError } from '../../../server/wiring/describe_error';
import { addDays, type Day } from '../../../common/time';
import { askedIndices } from '../../look';
import { isReading } from '../../look/is_reading';
import { answerFromMemory, MemoryCluster } from '../../memory';
import { registerAnalyze } from './analyze';
import { registerLook } from './look';

const PRODUCT = { 'x-elastic-product': 'Elasticsearch' };
const JSON_TYPE = { 'content-type': 'application/json' };
const GREETING = JSON.stringify({
  tagline: 'You Know, for Search',
  version: { number: '8.19.2' },
});
const DAY: Day = '2015-04-01';
const TRAINING_DAYS = 9;

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

interface Served {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

type AnswerTo = (asked: Asked) => Served;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** What a command says to a server that answers like this, and what the server was asked. */
async function runAgainst(
  register: (program: Command) => void,
  answerTo: AnswerTo,
  args: readonly string[],
  before: string = '',
): Promise<{ said: Said; fault: string; asked: Asked[]; address: string }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { method = '', url = '' } = request;
      asked.push({ method, url, body });
      const served = answerTo({ method, url, body });
      response.writeHead(served.status, served.headers).end(served.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const [name = '', ...options] = args;
  const es = `http://${before}127.0.0.1:${port}`;
  try {
    const common = ['--es', es, '--day', DAY, '--zone', 'UTC'];
    const said = await runInProcess(register, [name, ...common, ...options]);
    return { said, fault: '', asked, address };
  } catch (error) {
    const { said } = error as Error & { said: Said };
    return { said, fault: describeError(error), asked, address };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const lookAtServer = (answerTo: AnswerTo, before = '') =>
  runAgainst(registerLook, answerTo, ['look', '--once'], before);

const refused = (reason: string): Served => ({
  status: 403,
  headers: { ...PRODUCT, ...JSON_TYPE },
  body: JSON.stringify({
    error: { type: 'security_exception', reason, root_cause: [] },
    status: 403,
  }),
});

/** A server with the indices of a cluster in memory. */
function answersOf(cluster: MemoryCluster): AnswerTo {
  return ({ method, url, body }) => {
    const [path = '', querystring = ''] = url.split('?');
    if (path === '/') return { status: 200, headers: { ...PRODUCT, ...JSON_TYPE }, body: GREETING };
    const answer = answerFromMemory(cluster, { method, path, querystring, body });
    return {
      status: answer.statusCode ?? 200,
      headers: { ...answer.headers },
      body: String(answer.body),
    };
  };
}

/** As the server of a user who may read, and nothing else. */
function readingOnly(answerTo: AnswerTo): AnswerTo {
  return (asked) => {
    const [path = ''] = asked.url.split('?');
    if (isReading(asked.method, path)) return answerTo(asked);
    return refused(
      'action [indices:admin/index_template/put] is unauthorized for user [reader] with effective roles [logs_reader], this action is granted by the cluster privileges [manage_index_templates,manage,all]',
    );
  };
}

/** Six events an hour of one rule in an index for each day. */
function clusterWithLogs(): MemoryCluster {
  const cluster = new MemoryCluster();
  for (let age = 0; age <= TRAINING_DAYS; age += 1) {
    const day = addDays(DAY, -age);
    const index = cluster.make(`logstash-${day.replaceAll('-', '.')}`, {
      mappings: {
        properties: {
          '@timestamp': { type: 'date' },
          type: { type: 'keyword' },
          rule_number: { type: 'long' },
        },
      },
    });
    for (let event = 0; event < 24 * 6; event += 1) {
      const time = new Date(Date.parse(day) + event * 600_000).toISOString();
      index.put(`${day} ${event}`, { '@timestamp': time, type: 'ossec', rule_number: 5501 });
    }
  }
  return cluster;
}

/** The same with 200 events more in an hour of the day. */
function clusterWithSpike(): MemoryCluster {
  const cluster = clusterWithLogs();
  const index = cluster.index(`logstash-${DAY.replaceAll('-', '.')}`);
  for (let event = 0; event < 200; event += 1) {
    const document = { '@timestamp': `${DAY}T15:30:00Z`, type: 'ossec', rule_number: 5501 };
    index.put(`more ${event}`, document);
  }
  return cluster;
}

const REPORTED = 'Nothing unusual in 1 series.';

describe('logwave look', () => {
  it('needs the address of a cluster', async () => {
    await expect(runInProcess(registerLook, ['look', '--once'])).rejects.toThrow(
      'name the cluster to look at with --es URL',
    );
  });

  it('says that something else than Elasticsearch or OpenSearch answers', async () => {
    for (const [type, body] of [
      ['text/html', '<html>Welcome to nginx!</html>'],
      ['application/json', '{"name":"something else"}'],
    ] as const) {
      const { fault, address } = await lookAtServer(() => ({
        status: 200,
        headers: { 'content-type': type },
        body,
      }));
      expect(fault).toBe(
        `what answers at ${address} is neither Elasticsearch nor OpenSearch: check that the address is right`,
      );
    }
  });

  it('says that a proxy strips the header of Elasticsearch', async () => {
    const { fault } = await lookAtServer(() => ({
      status: 200,
      headers: JSON_TYPE,
      body: GREETING,
    }));
    expect(fault).toContain('a proxy has to pass this header on');
  });

  it('says which privilege a user lacks, and has sent nothing that writes', async () => {
    const reason =
      'action [indices:admin/resolve/index] is unauthorized for user [reader] on indices [*]';
    const { fault, asked } = await lookAtServer(({ url }) =>
      url === '/'
        ? { status: 200, headers: { ...PRODUCT, ...JSON_TYPE }, body: GREETING }
        : refused(reason),
    );
    expect(fault).toContain('reader');
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('reports to a user who may only read', async () => {
    const { fault, said, asked } = await lookAtServer(readingOnly(answersOf(clusterWithLogs())));
    expect(fault).toBe('');
    expect(said.out).toContain(REPORTED);
    const written = asked.filter(({ method, url }) => !isReading(method, url.split('?')[0] ?? ''));
    expect(written).toEqual([]);
  });

  it('ends with the command that keeps results, on the same cluster and without secrets', async () => {
    const answers = answersOf(clusterWithLogs());
    const { said, address } = await lookAtServer(answers, 'ana:secret@');
    expect(said.out).toContain(` analyze --settings logwave.json --es ${address}/\n`);
    expect(said.out).not.toContain('secret');
  });

  it('asks once what indices there are, how they map fields, and which days they have', async () => {
    const { fault, asked } = await lookAtServer(answersOf(clusterWithLogs()));
    expect(fault).toBe('');
    const about = asked.filter(
      ({ url, body }) => /_resolve|_field_caps/.test(url) || body.includes('"aggs":{"all":'),
    );
    const questions = about.map(({ url, body }) => `${url} ${body}`);
    expect([...new Set(questions)]).toEqual(questions);
    // The fields of all sources, of their hosts and of tags in one question.
    expect(about.map(({ url }) => url.split('?')[0])).toEqual([
      '/_resolve/index/*',
      '/logstash-*/_field_caps',
      '/logstash-*/_search',
      '/_resolve/index/logstash-*',
    ]);
  });

  it('says in a sentence that a cluster has no logs', async () => {
    const { fault } = await lookAtServer(answersOf(new MemoryCluster()));
    expect(fault).toBe(
      `no logs of ${DAY} were found: name another day with --day, or indices with --index`,
    );
  });

  it.each([
    ['logstash-empty-*', 'logstash-empty-*'],
    ['logstash-*,logstash-none,-logstash-old', 'logstash-none'],
    [',', '--index'],
  ])('does not look at other indices where %s matches none', async (index, unmatched) => {
    const { fault, said, asked } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--index', index],
    ]);
    expect(fault).toBe(
      `no index matches ${unmatched}; this user sees 10 indices and data streams: correct --index, or leave it out to look at all of them`,
    );
    expect(said.out).toBe('');
    expect(asked.filter(({ url }) => url.includes('_search'))).toEqual([]);
  });

  it.each(['-logstash-old', ' -logstash-old, -logstash-new'])(
    'names no indices with --index "%s"',
    async (index) => {
      const { fault, asked } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
        ...['look', '--once', '--index', index],
      ]);
      const left = index.trim();
      expect(fault).toBe(
        `--index only names what to leave out (${left}): name indices as well, as in --index "logs-*,-logstash-old"`,
      );
      expect(asked.filter(({ url }) => url.includes('_search'))).toEqual([]);
    },
  );

  it.each([
    [
      '-_all',
      '--index only names what to leave out (-*): name indices as well, as in --index "logs-*,-logs-old"',
    ],
    [
      'logstash-*,-',
      '--index has a part without a name (-): name what to leave out, as in --index "logs-*,-logs-old"',
    ],
    [
      'eu:,logstash-*',
      '--index has a part without a name (eu:): name indices of that cluster, as in --index "eu:logs-*"',
    ],
    [
      'logstash-*,-eu:*',
      '--index leaves nothing out (-eu:*): Elasticsearch leaves a cluster out only if another part names it, as in --index "*:logs-*,-eu:*"',
    ],
  ])('says what is wrong with --index "%s"', async (index, words) => {
    const { fault, asked } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', `--index=${index}`],
    ]);
    expect(fault).toBe(words);
    expect(asked.filter(({ url }) => url.includes('_search'))).toEqual([]);
  });

  it('takes _all for all indices, as Elasticsearch does', async () => {
    const { fault, said } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--index', '_all'],
    ]);
    expect(fault).toBe('');
    expect(said.out).toContain('ossec (logstash-*): ');
  });

  it.each([
    ['logstash-2015.*,-logstash-old', 'logstash-2015.*,-logstash-old'],
    ['-logstash-2015.03.31, logstash-2015.*', 'logstash-2015.*,-logstash-2015.03.31'],
    ['logstash-2015.04.01, logstash-2015.03.*', 'logstash-2015.04.01,logstash-2015.03.*'],
  ])('looks only at indices that are named with --index %s', async (index, expression) => {
    const { fault, said, asked } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--index', index],
    ]);
    expect(fault).toBe('');
    expect(said.out).toContain(REPORTED);
    expect(said.out).toContain(`ossec (${expression}): `);
    const searched = asked.flatMap(({ url }) => /^\/([^/]+)\/_search/.exec(url)?.[1] ?? []);
    expect([...new Set(searched.map(decodeURIComponent))]).toEqual([expression]);
  });

  it.each([
    ['logstash-2015.04.01,-logstash-2015.03.31', '-logstash-2015.03.31', 'logs-*'],
    ['logstash-2015.*,-logstash-old,eu:-old', 'eu:-old', 'eu:logs-*'],
  ])('says so where an index may not be left out: %s', async (index, idle, pattern) => {
    const { fault, asked } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--index', index],
    ]);
    expect(fault).toBe(
      `--index may leave nothing out (${idle}): with security off, Elasticsearch leaves indices out of a pattern with * only, as in --index "${pattern},${idle}"`,
    );
    expect(asked.filter(({ url }) => url.includes('_search'))).toEqual([]);
  });

  it('says so where settings could not hold what is named', async () => {
    const names = Array.from({ length: 60 }, (_, day) => `logstash-2015.03.${day}`);
    const { fault, asked } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--index', ['logstash-2015.04.01', ...names].join(',')],
    ]);
    expect(fault).toBe(
      '--index has more than 1,000 characters, and settings hold no more: name patterns, as in --index "logs-*"',
    );
    expect(asked.filter(({ url }) => url.includes('_search'))).toEqual([]);
  });

  it('says so where a data stream is not left out by its name', async () => {
    const answers = answersOf(clusterWithLogs());
    const stream = '.ds-logstash-web-2015.04.01-000001';
    // As Elasticsearch without security.
    const withStream: AnswerTo = (request) => {
      const answer = answers(request);
      const path = decodeURIComponent(request.url);
      if (!path.includes('/_field_caps') || path.includes('-logstash-web*')) return answer;
      const body = JSON.parse(answer.body) as { indices: string[] };
      return { ...answer, body: JSON.stringify({ ...body, indices: [...body.indices, stream] }) };
    };
    const lookWithout = (out: string) =>
      runAgainst(registerLook, withStream, ['look', '--once', '--index', `logstash-*,${out}`]);
    const { fault, asked } = await lookWithout('-logstash-web');
    expect(fault).toBe(
      `--index: -logstash-web does not leave out ${stream}, which searches still read: Elasticsearch leaves a data stream out by a pattern only (-logstash-web*), and an index only together with its aliases`,
    );
    expect(asked.filter(({ url }) => url.includes('_search'))).toEqual([]);
    expect((await lookWithout('-logstash-web*')).fault).toBe('');
  });

  it('leaves out a name that this user may not ask for', async () => {
    const answers = answersOf(clusterWithLogs());
    // As Elasticsearch with security.
    const withRefusal: AnswerTo = (request) =>
      /^\/_resolve\/.*logstash-secret/.test(request.url)
        ? {
            status: 403,
            headers: { ...PRODUCT, ...JSON_TYPE },
            body: JSON.stringify({
              error: { type: 'security_exception', reason: 'action is unauthorized' },
              status: 403,
            }),
          }
        : answers(request);
    const { fault } = await runAgainst(registerLook, withRefusal, [
      ...['look', '--once', '--index', 'logstash-2015.*,-logstash-secret'],
    ]);
    expect(fault).toBe('');
  });

  it.each([
    ['logs-*,-logs-windows.old,logs-*.old', 'logs'],
    ['log*,-logs-windows.old,logs-*', 'log'],
  ])('reads again what is named again after it was left out: %s', async (index, rest) => {
    const cluster = clusterWithLogs();
    const mappings = {
      properties: {
        '@timestamp': { type: 'date' },
        level: { type: 'keyword' },
        winlog: { properties: { channel: { type: 'keyword' }, event_id: { type: 'keyword' } } },
      },
    } as const;
    for (const name of ['logs-windows.a', 'logs-windows.old', 'logs-x.old', 'logs-x']) {
      const made = cluster.make(name, { mappings });
      for (let event = 0; event < 48; event += 1) {
        const time = new Date(Date.parse(DAY) + event * 1_800_000).toISOString();
        const winlog = { channel: 'Security', event_id: '4625' };
        const fields = name.includes('windows') ? { winlog } : { level: `${event % 3}` };
        made.put(`${event}`, { '@timestamp': time, ...fields });
      }
    }
    const { fault, said } = await runAgainst(registerLook, answersOf(cluster), [
      ...['look', '--once', '--json', '--index', index],
    ]);
    expect(fault).toBe('');
    const { settings } = JSON.parse(said.out) as {
      settings: { sources: { id: string; index?: string; enabled?: boolean }[] };
    };
    const on = settings.sources.filter(({ enabled }) => enabled === true);
    const reads = on.map((source) => {
      const reached = cluster.reach(source.index ?? '', { ignoreUnavailable: true });
      return [source.id, reached.map(({ name }) => name).filter((name) => /^logs-/.test(name))];
    });
    expect(Object.fromEntries(reads)).toMatchObject({
      windows: ['logs-windows.a', 'logs-windows.old'],
      [rest]: ['logs-x', 'logs-x.old'],
    });
  });

  const APP_MAPPINGS = {
    properties: { '@timestamp': { type: 'date' }, level: { type: 'keyword' } },
  } as const;

  function clusterWithApp(): MemoryCluster {
    const cluster = clusterWithLogs();
    for (const date of ['2015.03.31', '2015.04.01']) {
      const app = cluster.make(`app-${date}`, { mappings: APP_MAPPINGS });
      for (let event = 0; event < 48; event += 1) {
        const time = Date.parse(date.replaceAll('.', '-')) + event * 1_800_000;
        const level = event % 4 === 0 ? 'error' : 'info';
        app.put(`${event}`, { '@timestamp': new Date(time).toISOString(), level });
      }
    }
    return cluster;
  }

  it('looks only at the named indices also where no preset fits', async () => {
    const { fault, said, asked } = await runAgainst(registerLook, answersOf(clusterWithApp()), [
      ...['look', '--once', '--index', 'app-2015.04.01'],
    ]);
    expect(fault).toBe('');
    expect(said.out).toContain('(app-2015.04.01): ');
    expect(asked.filter(({ url }) => /app-\*|logstash/.test(decodeURIComponent(url)))).toEqual([]);
  });

  it('uses the presets of a wider pattern, and counts by another field only what they leave', async () => {
    const { fault, said } = await runAgainst(registerLook, answersOf(clusterWithApp()), [
      ...['look', '--once', '--index', '*'],
    ]);
    expect(fault).toBe('');
    expect(said.out).toContain('ossec (logstash-*): ');
    expect(said.out).toContain('logs (*,-logwave-*,-logstash-*): "level" is in 100 % of');
    const alone = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--index', 'log*'],
    ]);
    expect(alone.said.out).toContain('ossec (logstash-*): ');
    expect(alone.said.out).toContain('log*,-logwave-*,-logstash-*: no index is left');
  });

  const sourceLines = ({ out }: Said): string[] => {
    const lines = out.split('\n');
    const end = lines.findIndex((line) => line === 'Left out:' || line === '');
    return lines.slice(1, end).map((line) => line.trim().replace(/:.*$/, ''));
  };

  it.each([
    ['app-2015.04.01,app-*', ['app (app-*)']],
    ['app-*,app-2015.04.01,-app-2014*', ['app (app-*,-app-2014*)']],
    ['app-*,app-**', ['app (app-*)']],
    ['app-*,-app-2015*,app-2015.04.01', ['app (app-*,-app-2015*,app-2015.04.01)']],
    ['app-*1,app-2015.0*,-app-2014*', ['app_1 (app-*1,app-2015.0*,-app-2014*)']],
    // Without an index in common, each is a source.
    [
      'app-2015.04.01,app-2015.04.02',
      ['app_2015_04_01 (app-2015.04.01)', 'app_2015_04_02 (app-2015.04.02)'],
    ],
  ])('makes one source of patterns that share an index: %s', async (index, sources) => {
    const cluster = clusterWithApp();
    const next = cluster.make('app-2015.04.02', { mappings: APP_MAPPINGS });
    for (let event = 0; event < 8; event += 1) {
      next.put(`${event}`, { '@timestamp': `${DAY}T23:59:00Z`, level: event > 5 ? 'a' : 'b' });
    }
    const { fault, said, asked } = await runAgainst(registerLook, answersOf(cluster), [
      ...['look', '--once', '--index', index],
    ]);
    expect(fault).toBe('');
    expect(sourceLines(said)).toEqual(sources);
    const resolved = asked.filter(({ url }) => /^\/_resolve\/.*=open$/.test(url));
    expect(resolved).toHaveLength(askedIndices(index).patterns.length);
  });

  /** A cluster with an alias of its own, which the memory has not. */
  function withAlias(answerTo: AnswerTo, alias: string, indices: string): AnswerTo {
    return (asked) => {
      const url = asked.url.replaceAll(alias, indices);
      if (!asked.url.startsWith(`/_resolve/index/${alias}?`)) return answerTo({ ...asked, url });
      const { indices: found } = JSON.parse(answerTo({ ...asked, url }).body) as {
        readonly indices: readonly { readonly name: string }[];
      };
      const members = found.map(({ name }) => name);
      const resolved = {
        indices: [],
        aliases: [{ name: alias, indices: members.length === 1 ? members[0] : members }],
        data_streams: [],
      };
      return {
        status: 200,
        headers: { ...PRODUCT, ...JSON_TYPE },
        body: JSON.stringify(resolved),
      };
    };
  }

  it.each([
    ['one index', 'app-2015.04.01'],
    ['several', 'app-*'],
  ])('makes one source of an alias and a pattern of its indices: %s', async (_, indices) => {
    const answers = withAlias(answersOf(clusterWithApp()), 'all-apps', indices);
    const { fault, said } = await runAgainst(registerLook, answers, [
      ...['look', '--once', '--index', 'app-*,all-apps'],
    ]);
    expect(fault).toBe('');
    expect(sourceLines(said)).toEqual(['app (app-*,all-apps)']);
  });

  it('counts nothing by an alias that a preset counts already', async () => {
    const answers = withAlias(answersOf(clusterWithApp()), 'everything', '*');
    const { fault, said } = await runAgainst(registerLook, answers, [
      ...['look', '--once', '--index', 'logstash-*,everything,app-*'],
    ]);
    expect(fault).toBe('');
    expect(sourceLines(said)).toEqual(['ossec (logstash-*)', 'app (app-*)']);
    expect(said.out).toContain(
      'everything: shares indices with ossec (logstash-*), which would count their documents twice',
    );
  });

  it('leaves out of a wider pattern what a narrower one is counted by', async () => {
    const cluster = clusterWithApp();
    const web = cluster.make('app-web-2015.04.01', {
      mappings: { properties: { '@timestamp': { type: 'date' }, status: { type: 'keyword' } } },
    });
    for (let event = 0; event < 48; event += 1) {
      const time = new Date(Date.parse(DAY) + event * 1_800_000).toISOString();
      web.put(`${event}`, { '@timestamp': time, status: event % 4 === 0 ? '500' : '200' });
    }
    const { fault, said } = await lookAtServer(answersOf(cluster));
    expect(fault).toBe('');
    expect(sourceLines(said)).toEqual([
      'ossec (logstash-*)',
      'app (app-*,-app-web-*)',
      'app_web (app-web-*)',
    ]);
  });

  it('leaves out what no settings can name', async () => {
    const cluster = clusterWithApp();
    const narrower = Array.from({ length: 12 }, (_, place) => `app-${'x'.repeat(90)}-${place}`);
    narrower.forEach((name) => cluster.make(name, { mappings: APP_MAPPINGS }));
    const { fault, said } = await lookAtServer(answersOf(cluster));
    expect(fault).toBe('');
    expect(sourceLines(said)).toEqual(['ossec (logstash-*)']);
    expect(said.out).toContain(
      'app-*: its expression has more than 1,000 characters: name a part of it with --index',
    );
  });

  it('keeps in its settings what was named', async () => {
    const { said } = await runAgainst(registerLook, answersOf(clusterWithLogs()), [
      ...['look', '--once', '--json', '--index', 'logstash-2015.*'],
    ]);
    const { settings } = JSON.parse(said.out) as { settings: { sources: object[] } };
    expect(settings.sources).toContainEqual({
      ...{ id: 'ossec', index: 'logstash-2015.*', enabled: true },
    });
  });

  it('ends with exit code 1 where the result is not whole, like the analysis', async () => {
    const whole = answersOf(clusterWithLogs());
    const answerTo: AnswerTo = (asked) =>
      asked.url.includes('_search') && asked.body.includes('"field":"rule_number","size"')
        ? refused('action [indices:data/read/search] is unauthorized for user [reader]')
        : whole(asked);
    const analyzed = await runAgainst(registerAnalyze, answerTo, ['analyze']);
    const looked = await lookAtServer(answerTo);
    expect([analyzed.fault, looked.fault]).toEqual([
      expect.stringMatching(/^1 of 5 sources could not be analyzed/),
      expect.stringMatching(/^1 of 1 source could not be analyzed/),
    ]);
  });

  it('finds the logs of a pattern of 5,000 indices, by requests of a line each', async () => {
    const cluster = clusterWithLogs();
    for (let place = cluster.indices.size; place < 5_000; place += 1) {
      const day = addDays(DAY, -1 - place).replaceAll('-', '.');
      cluster.make(`logstash-${day}`, {
        mappings: { properties: { '@timestamp': { type: 'date' } } },
      });
    }
    const { fault, said, asked } = await lookAtServer(answersOf(cluster));
    expect(fault).toBe('');
    expect(said.err).toContain('Found 5,000 indices and data streams.');
    expect(said.out).toContain(REPORTED);
    // Elasticsearch refuses a longer line.
    expect(Math.max(...asked.map(({ url }) => url.length))).toBeLessThan(4_000);
  });
});

describe('logwave analyze', () => {
  it('names to a user who may only read the privilege that it takes to keep results', async () => {
    const { fault } = await runAgainst(registerAnalyze, readingOnly(answersOf(clusterWithLogs())), [
      'analyze',
    ]);
    expect(fault).toContain('manage_index_templates');
    expect(fault).toContain('reader');
  });

  it('says whose hosts are not known where they may not be read, and calls the day analyzed', async () => {
    const whole = answersOf(clusterWithLogs());
    const reason = 'action [indices:data/read/field_caps] is unauthorized for user [reader]';
    const answerTo: AnswerTo = (asked) =>
      asked.url.includes('_field_caps') && asked.body.includes('host.hostname')
        ? refused(reason)
        : whole(asked);
    const { fault, said, asked } = await runAgainst(registerAnalyze, answerTo, ['analyze']);
    expect(fault).toBe('');
    const out = said.out.replace(/\s+/g, ' ');
    expect(out).toContain(`${REPORTED} Not known whether silent: the hosts of `);
    expect(out).toContain(`their hosts are not watched for silence: ${reason}`);
    const runs = asked.filter(({ url }) => url.includes('/logwave-runs/_doc/'));
    expect(runs.at(-1)?.body).toContain('"status":"analyzed"');
  });

  it('counts documents to tag while it looks at silence, and tells how many', async () => {
    const answerTo = answersOf(clusterWithSpike());
    const { fault, said, asked } = await runAgainst(registerAnalyze, answerTo, ['analyze']);
    expect(fault).toBe('');
    expect(said.out).toContain('206 documents would be tagged');
    const isToTag = ({ url, body }: Asked): boolean =>
      url.includes('_field_caps') && body.includes('"tags"');
    const isOver = ({ url, body }: Asked): boolean =>
      url.includes('/logwave-runs/_doc/') && body.includes('"status":"analyzed"');
    expect(asked.findIndex(isToTag)).toBeGreaterThan(0);
    expect(asked.findIndex(isToTag)).toBeLessThan(asked.findIndex(isOver));
  });
});

describe('a login that is refused', () => {
  it.each([
    ['a proxy', { 'www-authenticate': 'Basic realm="Logs"' }],
    ['a proxy before OpenSearch', { 'www-authenticate': 'Basic realm="OpenSearch"' }],
    ['a proxy without a realm', {}],
    ['Elasticsearch', PRODUCT],
  ])('is said without a guess at the product, by %s', async (_, headers) => {
    const { fault, said, address } = await lookAtServer(
      () => ({
        status: 401,
        headers: { 'content-type': 'text/plain', ...headers },
        body: 'Unauthorized',
      }),
      'reader:wrong@',
    );
    expect(fault).toBe(
      `the login was refused: ${address} does not accept the user name and password, or the API key`,
    );
    expect(said.err + said.out).not.toMatch(/OpenSearch|Elasticsearch/);
  });
});

describe('a command on OpenSearch', () => {
  const greeting = (): Served => ({
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify({
      version: { distribution: 'opensearch', number: '2.19.6' },
      tagline: 'The OpenSearch Project: https://opensearch.org/',
    }),
  });
  const openSearch: AnswerTo = (asked) =>
    asked.url === '/' ? greeting() : answersOf(new MemoryCluster())(asked);

  it('says to a user who logs in what it cannot know', async () => {
    const { said } = await lookAtServer(openSearch, 'reader:secret@');
    expect(said.err).toContain(
      'This is OpenSearch, which does not tell Logwave what a user is allowed to do. Logs that this user cannot read may look missing or silent.',
    );
  });

  it('says nothing of rights where nobody logs in', async () => {
    const { said } = await lookAtServer(openSearch);
    expect(said.err).not.toContain('what a user is allowed to do');
  });
});
