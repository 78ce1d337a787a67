/** `POST` on these changes nothing. */
const READING_ACTIONS = new Set(['_search', '_msearch', '_count', '_field_caps', '_pit']);
/** They also answer to `GET`, though they change something. */
const ACTIVE = new Set(['_refresh', '_flush', '_forcemerge', '_cache']);
/** OpenSearch's path for a point in time. */
const POINT_IN_TIME = '_search/point_in_time';

function isReadingPost(parts: readonly string[]): boolean {
  const path = parts.join('/');
  if (path === '_security/user/_has_privileges') return true;
  // An index name has no leading underscore, so `_doc/_search` is not a document of that id.
  const [first = ''] = parts;
  const below = first.startsWith('_') ? parts : parts.slice(1);
  if (below.join('/') === POINT_IN_TIME) return below !== parts;
  return below.length === 1 && READING_ACTIONS.has(below[0] ?? '');
}

/**
 * Whether a request changes nothing in a cluster.
 *
 * @param path without the query, as it is sent
 */
export function isReading(method: string, path: string): boolean {
  const parts = path.split('/').filter(Boolean);
  switch (method) {
    case 'GET':
    case 'HEAD':
      return !parts.some((part) => ACTIVE.has(part));
    case 'POST':
      return isReadingPost(parts);
    case 'DELETE':
      return parts.join('/') === '_pit' || parts.join('/') === POINT_IN_TIME;
    default:
      return false;
  }
}
