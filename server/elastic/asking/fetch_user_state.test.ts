import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchUserState } from './fetch_user_state';

const { signal } = new AbortController();
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function stateOf(mayRead: FakeAnswer, user: FakeAnswer) {
  fake = await fakeElasticsearch(({ method }) => (method === 'POST' ? mayRead : user));
  return fetchUserState(fake.client, 'ana', signal);
}

const may = (read_security: boolean): FakeAnswer => ({ body: { cluster: { read_security } } });
const ana = (enabled: boolean): FakeAnswer => ({ body: { ana: { username: 'ana', enabled } } });

describe('fetchUserState', () => {
  it.each([
    ['enabled', ana(true)],
    ['disabled', ana(false)],
    ['missing', { status: 404, body: {} }],
  ])('lets readers of users know that the user is %s', async (state, user) => {
    expect(await stateOf(may(true), user)).toBe(state);
  });

  it('does not ask for the user where that would be refused', async () => {
    expect(await stateOf(may(false), { status: 403, body: {} })).toBe('not_told');
    expect(fake?.requests.map(({ path }) => path)).toEqual(['/_security/user/_has_privileges']);
  });

  it('knows nothing about users if there is no security', async () => {
    expect(await stateOf({ status: 400, body: {} }, { body: {} })).toBe('not_told');
  });
});
