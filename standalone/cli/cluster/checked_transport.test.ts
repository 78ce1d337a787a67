import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import { readVersioned } from '../../../server/elastic/results/versioned_document';
import { describeError } from '../../../server/wiring/describe_error';
import { CheckedTransport } from './checked_transport';

const PRODUCT = { 'x-elastic-product': 'Elasticsearch' };
const JSON_TYPE = { 'content-type': 'application/vnd.elasticsearch+json;compatible-with=8' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = '<html><title>Log in</title></html>';

/** The answer to a question, or the words for its error, after the cluster has answered once. */
async function answerFrom<T>(
  status: number,
  headers: OutgoingHttpHeaders,
  body: string,
  ask: (client: Client) => Promise<T>,
) {
  const server = createServer(({ method, url }, response) => {
    const isFirst = url === '/_count';
    const sent = isFirst ? '{"count":0}' : body;
    if (isFirst) response.writeHead(200, { ...PRODUCT, ...JSON_TYPE });
    else response.writeHead(status, headers);
    response.end(method === 'HEAD' ? undefined : sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const node = `http://127.0.0.1:${port}`;
  const client = new Client({ node, maxRetries: 0, Transport: CheckedTransport });
  try {
    await client.count();
    return await ask(client);
  } catch (error) {
    return describeError(error);
  } finally {
    await client.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

const countFrom = (status: number, headers: OutgoingHttpHeaders, body: string) =>
  answerFrom(status, headers, body, async (client) => {
    const { count } = await client.count({ index: 'logs' });
    return { count, exists: await client.exists({ index: 'logs', id: '1' }) };
  });

describe('CheckedTransport', () => {
  it('passes on the answers of Elasticsearch', async () => {
    const headers = { ...PRODUCT, ...JSON_TYPE };
    expect(await countFrom(200, headers, '{"count":3}')).toEqual({ count: 3, exists: true });
    const json = { ...PRODUCT, 'content-type': 'application/json' };
    expect(await countFrom(200, json, '{"count":0}')).toEqual({ count: 0, exists: true });
  });

  it.each([
    [
      'a login page that bears the name of Elasticsearch',
      200,
      { ...PRODUCT, ...HTML_TYPE },
      PAGE,
      'html',
    ],
    ['a way to a login page', 302, { ...HTML_TYPE, location: '/login' }, PAGE, 'html'],
    ['a page that says "not found"', 404, { ...PRODUCT, ...HTML_TYPE }, PAGE, 'html'],
    ['a page that forbids', 403, { ...PRODUCT, ...HTML_TYPE }, PAGE, 'html'],
    ['a refusal without a word', 404, { ...PRODUCT, ...JSON_TYPE }, '{}', 'without a reason'],
    ['an object of another shape', 200, { ...PRODUCT, ...JSON_TYPE }, '{}', '"count"'],
    ['a list', 200, { ...PRODUCT, ...JSON_TYPE }, '[]', 'an object'],
    ['nothing at all', 200, { ...PRODUCT, ...JSON_TYPE }, '', 'json'],
  ])('says in a sentence that %s came', async (_what, status, headers, body, type) => {
    const words = await countFrom(status, headers, body);
    expect(words).toContain('which Elasticsearch does not send: check whether a proxy');
    expect(words).toContain(type);
  });

  it('leaves to the client what does not bear the name of Elasticsearch', async () => {
    for (const type of [HTML_TYPE, JSON_TYPE]) {
      expect(await countFrom(200, type, PAGE)).toContain('is not Elasticsearch: check that');
    }
  });

  it('says in a sentence that an answer was cut off, or is a page that is called JSON', async () => {
    const headers = { ...PRODUCT, ...JSON_TYPE };
    for (const body of ['{"count":3', PAGE]) {
      expect(await countFrom(200, headers, body)).toMatch(
        /^Elasticsearch's answer is not complete JSON/,
      );
    }
  });

  describe('where the caller expects that a document is missing', () => {
    const headers = { ...PRODUCT, ...JSON_TYPE };
    const readFrom = (type: OutgoingHttpHeaders, body: string) =>
      answerFrom(404, { ...PRODUCT, ...type }, body, async (client) => {
        const place = { index: 'logs', id: '1' };
        return (await readVersioned(client, place, new AbortController().signal)) ?? 'missing';
      });

    it.each([
      ['the document', '{"_index":"logs","_id":"1","found":false}'],
      ['its index', '{"error":{"type":"index_not_found_exception"},"status":404}'],
    ])('takes it for missing where %s is', async (_what, body) => {
      expect(await readFrom(headers, body)).toBe('missing');
    });

    it.each([
      ['a page', HTML_TYPE, PAGE, 'html'],
      ['a refusal without a word', JSON_TYPE, '{}', 'without a reason'],
      ['nothing at all', HTML_TYPE, '', 'html'],
    ])('does not take %s of something in between for that', async (_what, type, body, word) => {
      expect(await readFrom(type, body)).toContain('which Elasticsearch does not send');
      expect(await readFrom(type, body)).toContain(word);
    });
  });
});
