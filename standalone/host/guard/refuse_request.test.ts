import { refuseRequest, type RequestTraits } from './refuse_request';

const own: RequestTraits = {
  method: 'get',
  host: '127.0.0.1:5602',
  origin: undefined,
  site: undefined,
  xsrf: undefined,
  isApi: true,
};
const statusOf = (traits: Partial<RequestTraits>): number | undefined =>
  refuseRequest({ ...own, ...traits })?.status;

describe('refuseRequest', () => {
  it.each(['127.0.0.1', 'localhost:5602', 'LOCALHOST:5602', '127.8.8.8:80', '[::1]:5602'])(
    'welcomes requests to %s',
    (host) => expect(statusOf({ host })).toBeUndefined(),
  );

  it.each([
    'attacker.example:5602',
    'localhost.attacker.example',
    '127.0.0.1.attacker.example:5602',
    'localhost@attacker.example',
    '192.168.1.7:5602',
    '[::]:5602',
    '0.0.0.0:5602',
    '127.1:5602',
    '',
    undefined,
  ])('refuses requests to "%s", whose name may point anywhere', (host) =>
    expect(statusOf({ host })).toBe(403),
  );

  it('accepts a request of its own page', () => {
    const method = 'post';
    const origin = 'http://127.0.0.1:5602';
    expect(statusOf({ method, origin, site: 'same-origin', xsrf: 'logwave' })).toBeUndefined();
  });

  it.each(['https://attacker.example', 'http://127.0.0.1:3000', 'http://localhost:5602', 'null'])(
    'refuses a request of a page of %s',
    (origin) => {
      expect(statusOf({ origin })).toBe(403);
      expect(statusOf({ origin, method: 'post', xsrf: 'logwave' })).toBe(403);
    },
  );

  it('allows other sites to link to the page, not to use the API', () => {
    expect(statusOf({ site: 'cross-site', isApi: false })).toBeUndefined();
    expect(statusOf({ site: 'cross-site' })).toBe(403);
    expect(statusOf({ site: 'same-site' })).toBe(403);
    expect(statusOf({ site: 'none' })).toBeUndefined();
  });

  it.each(['post', 'put', 'delete', 'patch', 'options'])(
    'asks for the header kbn-xsrf before %s',
    (method) => {
      expect(refuseRequest({ ...own, method })).toEqual({
        status: 400,
        message: 'Request must contain a kbn-xsrf header.',
      });
      expect(statusOf({ method, xsrf: '' })).toBe(400);
      expect(statusOf({ method, xsrf: 'true' })).toBeUndefined();
    },
  );

  it('asks for no header before reading', () =>
    expect(statusOf({ method: 'head' })).toBeUndefined());
});
