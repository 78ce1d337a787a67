type Fields = Readonly<Record<string, unknown>>;

/** One key of an order, and its value for the last document before the page, if there is one. */
interface Key {
  readonly sort: unknown;
  readonly after?: unknown;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/**
 * Within one point in time, Elasticsearch can sort by the place of a document in its shard.
 * OpenSearch can only from 3.3 on, and on 3.9.0 it made tagging end after the first page. `_id`
 * does the same in every version, since it is unique within an index. The index is the second key,
 * since two of them may have the same id.
 */
const BY_ID = [{ _id: 'asc' }, { _index: 'asc' }];
/** Before the ids and names of all documents. */
const FIRST = ['', ''];

/** Options that give the type of times. */
const TYPES = new Set(['numeric_type', 'unmapped_type']);

/**
 * OpenSearch does not format the values of an order: those of times are numbers, which are only
 * exact as milliseconds, since nanoseconds do not fit into a JavaScript number.
 */
function inMilliseconds(options: Fields): Fields {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([name]) => name !== 'format')
      .map(([name, value]) => [name, TYPES.has(name) ? 'date' : value]),
  );
}

function translateKey({ sort, after }: Key): Key {
  const [[field, options] = ['', undefined]] = isFields(sort) ? Object.entries(sort) : [];
  if (!isFields(options) || options['format'] !== 'epoch_millis') return { sort, after };
  const number = Math.floor(Number(after));
  return {
    sort: { [field]: inMilliseconds(options) },
    after: typeof after === 'string' && Number.isFinite(number) ? number : after,
  };
}

const isByPlace = ({ sort }: Key): boolean =>
  sort === '_shard_doc' || (isFields(sort) && '_shard_doc' in sort);

/**
 * The order of a search, and where its page begins, in the form that OpenSearch understands.
 *
 * @param body of the search; absent parts stay absent
 */
export function translateOrder(body: Fields): Fields {
  if (body['sort'] === undefined) return {};
  const given: unknown[] = Array.isArray(body['sort']) ? body['sort'] : [body['sort']];
  const after: unknown[] | undefined = Array.isArray(body['search_after'])
    ? body['search_after']
    : undefined;
  const keys = given.map((sort, place) => translateKey({ sort, after: after?.[place] }));
  const last = keys.at(-1);
  if (last === undefined || !isByPlace(last)) return orderOf(keys, after);
  const before = keys.slice(0, -1);
  // A page may begin before all places. Otherwise OpenSearch itself returned the id and the index.
  const ties = typeof last.after === 'number' ? FIRST : after?.slice(before.length);
  const byId = BY_ID.map((sort, place) => ({ sort, after: ties?.[place] }));
  return orderOf([...before, ...byId], after);
}

function orderOf(keys: readonly Key[], after: readonly unknown[] | undefined): Fields {
  const sort = keys.map((key) => key.sort);
  return after === undefined ? { sort } : { sort, search_after: keys.map((key) => key.after) };
}
