import { isReading } from './is_reading';

describe('isReading', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/_resolve/index/*'],
    ['HEAD', '/logs-1'],
    ['POST', '/_search'],
    ['POST', '/logs-*/_search'],
    ['POST', '/logs-*/_msearch'],
    ['POST', '/logs-*/_count'],
    ['POST', '/logs-*/_field_caps'],
    ['POST', '/logs-*/_pit'],
    ['DELETE', '/_pit'],
    ['POST', '/_security/user/_has_privileges'],
    ['POST', '/logs-*/_search/point_in_time'],
    ['DELETE', '/_search/point_in_time'],
  ])('allows requests that only read: %s %s', (method, path) => {
    expect(isReading(method, path)).toBe(true);
  });

  it.each([
    ['PUT', '/logs/_doc/1'],
    ['POST', '/logs/_doc'],
    ['POST', '/logs/_doc/_search'],
    ['POST', '/logs/_create/_count'],
    ['POST', '/_bulk'],
    ['POST', '/logs/_bulk'],
    ['POST', '/logs/_update/_search'],
    ['POST', '/logs/_update_by_query'],
    ['POST', '/logs/_delete_by_query'],
    ['POST', '/_reindex'],
    ['POST', '/logs/_refresh'],
    ['GET', '/_refresh'],
    ['GET', '/logs/_flush'],
    ['POST', '/_scripts/_search'],
    ['POST', '/_search/point_in_time'],
    ['POST', '/_security/user/_search/x'],
    ['DELETE', '/logs'],
    ['DELETE', '/logs/_doc/1'],
    ['PUT', '/_index_template/_search'],
    ['PATCH', '/logs/_search'],
  ])('holds back what may write: %s %s', (method, path) => {
    expect(isReading(method, path)).toBe(false);
  });
});
