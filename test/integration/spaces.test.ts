import { Client } from '@elastic/elasticsearch';
import type { Endpoint } from '../../common/api/basics/endpoint';
import { routes } from '../../server/routes';
import { goodInputs, requestOf } from '../contract/cases';
import { startFakeKibana } from '../contract/fake_kibana';

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
const inputOf = ({ id }: Endpoint) => good.get(id) ?? {};
const byId = routes.map(({ endpoint }) => [endpoint.id, endpoint] as const);

describe('a caller with every privilege in one space only', () => {
  const client = new Client({ node: 'http://127.0.0.1:9', maxRetries: 0 });
  afterAll(() => client.close());

  it.each(byId)('may use %s unless it changes what all spaces share', async (_id, endpoint) => {
    const { callInOneSpace } = startFakeKibana({ client, isSecured: true });
    const { status, json } = await callInOneSpace(requestOf(endpoint, inputOf(endpoint)));
    if (endpoint.privilege !== 'manage') return expect(status).not.toBe(403);
    expect(json).toMatchObject({
      statusCode: 403,
      message: expect.stringContaining('in all spaces') as string,
      attributes: { code: 'forbidden' },
    });
    return undefined;
  });

  it('is shown with the settings, so that the page offers no such change', async () => {
    const { callInOneSpace, door } = startFakeKibana({ client, isSecured: true });
    const request = { method: 'get', path: '/api/logwave/settings' } as const;
    expect((await callInOneSpace(request)).json).toMatchObject({ may_change: false });
    expect((await door.call(request)).json).toMatchObject({ may_change: true });
  });

  it('may use everything where security is off', async () => {
    const { callInOneSpace } = startFakeKibana({ client, isSecured: false });
    const { status } = await callInOneSpace({ method: 'delete', path: '/api/logwave/schedule' });
    expect(status).toBe(200);
  });
});
