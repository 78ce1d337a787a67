/** The expected parts of an answer: the name of a part, and its required type. */
type Part = readonly [name: string, kind: 'list' | 'object' | 'number' | 'text' | 'flag'];

interface Shape {
  readonly path: RegExp;
  /** Absent if the method does not matter. */
  readonly methods?: readonly string[];
  readonly parts: readonly Part[];
}

const WRITES = ['PUT', 'POST'];

/** By path, since every version of the client has it. The first match counts. */
const SHAPES: readonly Shape[] = [
  { path: /\/_search$/, parts: [['hits', 'object'], ['_shards', 'object']] }, // prettier-ignore
  { path: /\/_bulk$/, parts: [['items', 'list']] },
  { path: /\/_mget$/, parts: [['docs', 'list']] },
  { path: /\/_count$/, parts: [['count', 'number']] },
  { path: /\/_field_caps$/, parts: [['fields', 'object'], ['indices', 'list']] }, // prettier-ignore
  { path: /\/_pit$/, methods: ['POST'], parts: [['id', 'text']] },
  { path: /\/_doc\/[^/]+$/, methods: ['GET'], parts: [['found', 'flag']] },
  { path: /\/_(?:doc|create)(?:\/[^/]+)?$/, parts: [['result', 'text']] },
  { path: /^\/_resolve\/index\//, parts: [['indices', 'list']] },
  { path: /^\/_index_template\//, methods: ['GET'], parts: [['index_templates', 'list']] },
  { path: /^\/_index_template\//, methods: WRITES, parts: [['acknowledged', 'flag']] },
  { path: /^\/_cluster\/health/, parts: [['status', 'text']] },
  { path: /^\/_security\/user\/_has_privileges$/, parts: [['cluster', 'object'], ['index', 'object']] }, // prettier-ignore
  { path: /^\/_security\/_authenticate$/, parts: [['username', 'text']] },
  { path: /\/_refresh$/, parts: [['_shards', 'object']] },
  { path: /^\/[^_/][^/]*$/, methods: ['PUT', 'DELETE'], parts: [['acknowledged', 'flag']] },
  { path: /\/_block\/[^/]+$/, parts: [['acknowledged', 'flag']] },
  { path: /^\/$/, parts: [['version', 'object']] },
];

function kindOf(value: unknown): Part[1] | undefined {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'object';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  return typeof value === 'string' ? 'text' : undefined;
}

/**
 * What an answer of Elasticsearch to a request should have, and this one has not.
 *
 * @param path without the query, such as `/logs/_search`
 * @param body as parsed from JSON
 * @returns the name of the part, or `an object` if the answer is none; undefined if it is complete
 */
export function missingPart(method: string, path: string, body: unknown): string | undefined {
  // Tables are lists.
  if (path.startsWith('/_cat/')) return undefined;
  if (kindOf(body) !== 'object') return 'an object';
  const shape = SHAPES.find(
    ({ path: pattern, methods }) => pattern.test(path) && methods?.includes(method) !== false,
  );
  const found = new Map(Object.entries(body as object));
  const missing = shape?.parts.find(([name, kind]) => kindOf(found.get(name)) !== kind);
  return missing === undefined ? undefined : `"${missing[0]}"`;
}
