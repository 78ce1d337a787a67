import { CommanderError } from 'commander';
import { registerQuery } from '../../standalone/cli/commands/query';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { logIndices } from '../fixtures/counts_logs';
import { testClient, testUrl as url } from '../fixtures/test_cluster';

const client = testClient();
const logs = logIndices(client);
const INDEX = 'query-it-logs';

const query = (...args: readonly string[]): Promise<Said> =>
  runInProcess(registerQuery, ['query', ...args]);

interface Answer {
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly { readonly _source: Readonly<Record<string, unknown>> }[];
  };
  readonly count?: number;
  readonly aggregations?: {
    readonly types: { readonly buckets: readonly { key: string; doc_count: number }[] };
  };
}

async function answerTo(...args: readonly string[]): Promise<Answer> {
  const { out } = await query('--es', url, '-i', INDEX, ...args);
  return JSON.parse(out) as Answer;
}

function document(time: string, type: string, severity: string, message: string): object {
  return { '@timestamp': time, type, severity, message };
}

beforeAll(async () => {
  delete process.env['ELASTICSEARCH_URL'];
  await logs.add(
    INDEX,
    [
      document('2015-03-31T23:59:59.999Z', 'syslog', '5', 'kernel: usb'),
      document('2015-04-01T00:00:00Z', 'syslog', '5', 'sshd: failed'),
      document('2015-04-01T23:59:59.999Z', 'syslog', '6', 'sshd: accepted'),
      document('2015-04-02T00:00:00Z', 'postfix', '5', 'smtpd: connect'),
      JSON.parse('{"type": "odd", "__proto__": {"x": 1}, "10": 1, "9": 2}') as object,
    ],
    {
      dynamic: false,
      properties: {
        '@timestamp': { type: 'date' },
        type: { type: 'keyword' },
        severity: { type: 'keyword' },
        message: { type: 'text' },
      },
    },
  );
});

afterAll(async () => {
  await logs.removeAll();
  await client.close();
});

describe('logwave query', () => {
  it('finds what a query string says, ten documents at most, and counts them all', async () => {
    const { hits } = await answerTo('-t', 'type:syslog AND message:sshd');
    expect(hits.total.value).toBe(2);
    expect(hits.hits.map(({ _source }) => _source['message'])).toEqual([
      'sshd: failed',
      'sshd: accepted',
    ]);
  });

  it('shows the fields and the number of documents that are asked for', async () => {
    const { hits } = await answerTo('-a', '-t', 'type:syslog', '-s', '1', '-f', 'type', 'severity');
    expect(hits.total.value).toBe(3);
    expect(hits.hits.map(({ _source }) => _source)).toEqual([{ type: 'syslog', severity: '5' }]);
  });

  it('takes a term as a value, not as query language', async () => {
    const found = await answerTo('-a', 'termquery', '-t', 'type:syslog');
    expect(found.hits.total.value).toBe(3);
    const none = await answerTo('-a', 'termquery', '-t', 'type:syslog OR type:postfix');
    expect(none.hits.total.value).toBe(0);
  });

  it('keeps to a range of whole days, both included', async () => {
    const day = ['-r', '@timestamp', '2015-04-01', '2015-04-01'];
    expect((await answerTo('-t', '*', '-c', ...day)).hits).toMatchObject({
      total: { value: 2 },
      hits: [],
    });
    const body = '{"query": {"term": {"severity": "5"}}}';
    expect((await answerTo('-q', body, ...day)).hits.total.value).toBe(1);
  });

  it('counts the values of a field', async () => {
    const { hits, aggregations } = await answerTo('-a', 'termsagg', '-t', 'type', '-s', '2');
    expect(aggregations?.types.buckets).toEqual([
      { key: 'syslog', doc_count: 3 },
      { key: 'odd', doc_count: 1 },
    ]);
    expect(hits.hits).toEqual([]);
  });

  it('counts documents', async () => {
    expect((await answerTo('-a', 'count')).count).toBe(5);
    expect((await answerTo('-a', 'count', '-t', 'severity:5')).count).toBe(3);
  });

  it('prints the keys sorted, whatever they are called', async () => {
    const { out } = await query('--es', url, '-i', INDEX, '-t', 'type:odd', '-f', '*');
    expect(out).toContain(
      [
        '        "_source": {',
        '          "10": 1,',
        '          "9": 2,',
        '          "__proto__": {',
        '            "x": 1',
        '          },',
        '          "type": "odd"',
        '        }',
      ].join('\n'),
    );
    const keys = [...out.matchAll(/^ {2}"(\w+)"/gm)].map(([, key]) => key);
    expect(keys).toEqual(['_shards', 'hits', 'timed_out', 'took']);
  });

  it('lists the indices, from a host without scheme', async () => {
    const { out } = await query('-d', url.replace('http://', ''), '-l', '-i', 'query-it-*');
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ index: INDEX, 'docs.count': '5' }) as unknown,
    ]);
  });

  it('says so if no index has that name', async () => {
    const { out, err } = await query('--es', url, '-i', 'query-it-nothing-*', '-t', '*');
    expect((JSON.parse(out) as Answer).hits.total.value).toBe(0);
    expect(err).toBe('No index was searched: there is no index of that name that you can read.\n');
  });

  it('fails with Elasticsearch’s reason', async () => {
    await expect(answerTo('-t', 'type:(')).rejects.toThrow('Failed to parse query [type:(]');
    await expect(query('--es', url, '-i', 'query-it-none', '-t', '*')).rejects.toThrow(
      'no such index [query-it-none]',
    );
  });

  it.each([
    ['nothing to look for', []],
    ['an action beside a query', ['-a', 'count', '-q', '{}']],
    ['a list beside terms', ['-l', '-t', 'x']],
    ['an unknown action', ['-a', 'fuzzy', '-t', 'x']],
    ['a size that is none', ['-s', 'many', '-t', 'x']],
    ['a range without its end', ['-t', 'x', '-r', 'a', '1']],
    ['JSON that is none', ['-q', '{']],
    ['two addresses', ['-t', 'x', '-d', 'localhost', '--es', 'http://localhost:9200']],
    ['an argument that belongs to no option', ['sshd']],
  ])('shows the usage on %s', async (_name, args) => {
    const failed: unknown = await query(...args).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CommanderError);
    const { out, err } = (failed as { said: Said }).said;
    expect(err).toMatch(/^error: .+\n\nUsage: logwave query \[options\]/);
    expect(out).toBe('');
  });
});
