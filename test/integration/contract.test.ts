import { Client } from '@elastic/elasticsearch';
import { PRIVILEGES, type Endpoint } from '../../common/api/basics/endpoint';
import { endpoints } from '../../common/api/index';
import { ACCESS_TAGS } from '../../server/kibana/privileges';
import { encryptedKeyType } from '../../server/kibana/saved_object_types';
import { routes } from '../../server/routes';
import { badInputsOf } from '../contract/bad_inputs';
import { ASKS_NOBODY, goodInputs, KEPT_BY_KIBANA, requestOf } from '../contract/cases';
import type { Door } from '../contract/door';
import { startFakeKibana } from '../contract/fake_kibana';
import { startSilentElasticsearch } from '../contract/silent_elasticsearch';
import { ROUTE_RULES, type RouteRule } from '../contract/fake_kibana_router';
import { openStandaloneDoor } from '../contract/standalone_door';

jest.mock(
  '@kbn/config-schema',
  () => jest.requireActual<object>('../contract/fake_config_schema'),
  {
    virtual: true,
  },
);

/** Nobody listens there. */
const AWAY = 'http://127.0.0.1:9';

const good = goodInputs({
  day: '2015-05-14',
  zone: 'UTC',
  source: 'syslog',
  index: 'contract-logs',
  subtype: 'sshd',
});
const inputOf = ({ id }: Endpoint) => good.get(id) ?? {};
const served = routes.map(({ endpoint }) => endpoint);
const byId = served.map((endpoint) => [endpoint.id, endpoint] as const);

/** A host, and what it wrote to its log. */
interface Opened {
  readonly door: Door;
  readonly errors: readonly string[];
}

type Open = (client: Client) => Promise<Opened>;
const openKibana = (routeRule: RouteRule, isSecured: boolean): Open => {
  return (client) => Promise.resolve(startFakeKibana({ client, isSecured, routeRule }));
};
const doors: [string, Open][] = [
  ['the standalone host', (client) => openStandaloneDoor(client, 'none')],
  ...ROUTE_RULES.flatMap((rule): [string, Open][] => [
    [`Kibana with security, privileges by ${rule}`, openKibana(rule, true)],
    [`Kibana without security, privileges by ${rule}`, openKibana(rule, false)],
  ]),
];

/** Starts a host with an Elasticsearch that is away, for all tests of a block. */
function openedDoor(open: Open): () => Door {
  const client = new Client({ node: AWAY, maxRetries: 0 });
  let door: Door | undefined;
  beforeAll(async () => ({ door } = await open(client)));
  afterAll(async () => {
    await door?.close();
    await client.close();
  });
  return () => {
    if (door === undefined) throw new Error('the host is not running yet');
    return door;
  };
}

describe('the routes', () => {
  it('serve every endpoint, and have a case each', () => {
    const ids = endpoints.map(({ id }) => id);
    expect(routes.map(({ endpoint }) => endpoint.id)).toEqual(ids);
    expect(ids.filter((id) => !good.has(id))).toEqual([]);
  });

  it('are each behind exactly one privilege in Kibana, given in both ways', () => {
    const { router } = startFakeKibana({ client: new Client({ node: AWAY }), isSecured: true });
    expect(router.routes).toHaveLength(routes.length);
    for (const { config } of router.routes) {
      const { tags, access } = config.options;
      expect([config.path, tags.length, access]).toEqual([config.path, 1, 'public']);
      expect(ACCESS_TAGS).toContain(tags[0]);
      const { requiredPrivileges } = config.security.authz;
      expect(requiredPrivileges.map((privilege) => `access:${privilege}`)).toEqual(tags);
    }
  });

  it('register the key as a type whose secrets are bound by a list', () => {
    const { encryptedTypes } = startFakeKibana({
      client: new Client({ node: AWAY }),
      isSecured: true,
    });
    expect(encryptedTypes).toEqual([encryptedKeyType]);
  });
});

describe.each(doors)('%s', (_name, open) => {
  const door = openedDoor(open);

  it.each(byId)('refuses every bad input to %s, without a code', async (_id, endpoint) => {
    for (const { part, title, value } of badInputsOf(endpoint, inputOf(endpoint))) {
      const answer = await door().call(
        requestOf(endpoint, { ...inputOf(endpoint), [part]: value }),
      );
      const what = `${part}: ${title}`;
      expect([what, answer]).toEqual([what, expect.objectContaining({ status: 400 })]);
      expect([what, Object.keys(answer.json as object)]).toEqual([
        what,
        ['statusCode', 'error', 'message'],
      ]);
    }
  });

  it.each(byId)('reports for %s that Elasticsearch is away', async (id, endpoint) => {
    const answer = await door().call(requestOf(endpoint, inputOf(endpoint)));
    // With security on the schedule asks Elasticsearch whether the caller may read the logs.
    const asksForRights = door().hasPrivileges && id === 'putSchedule';
    const isKept = door().keepsSettings && KEPT_BY_KIBANA.has(id);
    const isKnown = ASKS_NOBODY.has(id) || (isKept && !asksForRights);
    if (isKnown) return expect(answer.status).toBeLessThan(500);
    expect(answer.json).toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('no connection to Elasticsearch') as string,
      attributes: { code: 'elasticsearch_unreachable' },
    });
    return undefined;
  });

  it.each(byId)('allows %s only to users with its privilege', async (_id, endpoint) => {
    const others = PRIVILEGES.filter((privilege) => privilege !== endpoint.privilege);
    const { status, json } = await door().call(requestOf(endpoint, inputOf(endpoint)), others);
    if (!door().hasPrivileges) return expect(status).not.toBe(403);
    expect([status, Object.keys(json as object)]).toEqual([
      403,
      ['statusCode', 'error', 'message'],
    ]);
    return undefined;
  });

  it.each(byId.filter(([, { method }]) => method !== 'get'))(
    'asks for the header kbn-xsrf before %s',
    async (_id, endpoint) => {
      const request = requestOf(endpoint, inputOf(endpoint));
      const headers = { 'kbn-xsrf': undefined };
      const { status, json } = await door().call({ ...request, headers });
      expect([status, json]).toEqual([400, expect.objectContaining({ error: 'Bad Request' })]);
    },
  );

  it('knows no other addresses', async () => {
    const { status, json } = await door().call({ method: 'get', path: '/api/logwave/nothing' });
    expect([status, json]).toEqual([404, expect.objectContaining({ statusCode: 404 })]);
  });
});

describe.each(doors)('%s', (_name, open) => {
  it('also requires the privilege to tag, if tagging is requested', async () => {
    const client = new Client({ node: AWAY, maxRetries: 0 });
    const { door } = await open(client);
    for (const [id, extra] of [
      ['startRun', { tag: true }],
      ['backfill', { tag: true }],
      ['putSchedule', { tag: true }],
      ['uninstall', { remove_tags: true }],
    ] as const) {
      const endpoint = served.find((one) => one.id === id);
      if (endpoint === undefined) throw new Error(id);
      const body = { ...(inputOf(endpoint).body as object), ...extra };
      const answer = await door.call(requestOf(endpoint, { body }), ['read', 'run', 'manage']);
      if (!door.hasPrivileges) expect(answer.status).not.toBe(403);
      else
        expect(answer.json).toMatchObject({ statusCode: 403, attributes: { code: 'forbidden' } });
    }
    await door.close();
    await client.close();
  });

  it('stops asking Elasticsearch when the caller hangs up, which is not an error', async () => {
    const silent = await startSilentElasticsearch();
    const { door, errors } = await open(silent.client);
    for (const endpoint of served) {
      if (ASKS_NOBODY.has(endpoint.id)) continue;
      if (door.keepsSettings && KEPT_BY_KIBANA.has(endpoint.id)) continue;
      const caller = new AbortController();
      const [arrived, lost] = [silent.nextArrived(), silent.nextLost()];
      const request = requestOf(endpoint, inputOf(endpoint));
      const called = door.call({ ...request, signal: caller.signal }).catch(() => undefined);
      const first = await Promise.race([arrived.then(() => 'asked'), called]);
      expect([endpoint.id, first]).toEqual([endpoint.id, 'asked']);
      caller.abort();
      await Promise.all([lost, called]);
    }
    await door.close();
    await silent.close();
    expect(errors).toEqual([]);
  });
});
