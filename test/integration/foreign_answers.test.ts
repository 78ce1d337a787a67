import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@elastic/elasticsearch';
import { routes } from '../../server/routes';
import { CheckedTransport } from '../../standalone/cli/cluster/checked_transport';
import { ASKS_NOBODY, goodInputs, KEPT_BY_KIBANA, requestOf } from '../contract/cases';
import { startFakeKibana } from '../contract/fake_kibana';
import { openStandaloneDoor } from '../contract/standalone_door';

jest.mock(
  '@kbn/config-schema',
  () => jest.requireActual<object>('../contract/fake_config_schema'),
  {
    virtual: true,
  },
);

const good = goodInputs({
  day: '2015-05-14',
  zone: 'UTC',
  source: 'syslog',
  index: 'contract-logs',
  subtype: 'sshd',
});

const JSON_TYPE = 'application/vnd.elasticsearch+json;compatible-with=8';
const PAGE = '<html><title>Log in</title></html>';
const ANSWERS: [string, number, string, string][] = [
  ['a page', 200, 'text/html', PAGE],
  ['a page that says "not found"', 404, 'text/html', PAGE],
  ['a page that forbids', 403, 'text/html', PAGE],
  ['an empty object', 200, JSON_TYPE, '{}'],
  ['a list', 200, JSON_TYPE, '[]'],
  ['null', 200, JSON_TYPE, 'null'],
  ['a refusal without a word', 404, JSON_TYPE, '{}'],
];

/** Answers every request alike, with the name of Elasticsearch. */
async function answering(status: number, type: string, body: string) {
  const headers = { 'content-type': type, 'x-elastic-product': 'Elasticsearch' };
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { node: `http://127.0.0.1:${port}`, close };
}

const doors = [
  ['Kibana', (node: string) => new Client({ node, maxRetries: 0 }), startKibana],
  [
    'the standalone host',
    (node: string) => new Client({ node, maxRetries: 0, Transport: CheckedTransport }),
    (client: Client) => openStandaloneDoor(client, 'none'),
  ],
] as const;

function startKibana(client: Client) {
  return Promise.resolve(startFakeKibana({ client, isSecured: true }));
}

describe.each(doors)('%s', (_name, clientOf, open) => {
  it.each(ANSWERS)(
    'says in a sentence that %s came in place of an answer of Elasticsearch',
    async (_what, status, type, body) => {
      const elasticsearch = await answering(status, type, body);
      const client = clientOf(elasticsearch.node);
      const { door, errors } = await open(client);
      for (const { endpoint } of routes) {
        const { id } = endpoint;
        const asksForRights = door.hasPrivileges && id === 'putSchedule';
        const isKept = door.keepsSettings && KEPT_BY_KIBANA.has(id);
        if (ASKS_NOBODY.has(id) || (isKept && !asksForRights)) continue;
        const answer = await door.call(requestOf(endpoint, good.get(id) ?? {}));
        expect([id, answer.json]).toEqual([
          id,
          expect.objectContaining({
            statusCode: 503,
            message: expect.stringMatching(
              /^an? .* came, which Elasticsearch does not send: check whether a proxy/,
            ) as string,
          }),
        ]);
      }
      await door.close();
      await client.close();
      await elasticsearch.close();
      expect(errors).toEqual([]);
    },
  );
});
