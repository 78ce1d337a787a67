import { matchesPattern } from '../../../common/sources';
import type { MemoryCluster } from '../memory_cluster';
import type { MemoryIndex } from '../memory_index';
import { isOn, jsonOf, listOf, type Json, type MemoryAnswer, type MemoryRequest } from '../request';

const UNMAPPED = 'unmapped';
const NO_USE = { type: UNMAPPED, metadata_field: false, searchable: false, aggregatable: false };

/** The request: in the body or, as some clients do, in the address. */
function askedFields({ query, body }: MemoryRequest): string[] {
  const given = jsonOf(body)['fields'] ?? query.get('fields')?.split(',');
  return listOf(given).map(String);
}

/** The capabilities of a field by its type, with the indices of each if they differ. */
function byType(field: string, indices: readonly MemoryIndex[], isWhole: boolean): Json {
  const found = new Map<string, { readonly capability: Json; readonly names: string[] }>();
  for (const { name, fields } of indices) {
    const capability = fields.capabilityOf(field) ?? NO_USE;
    const type = String(capability['type']);
    const alike = found.get(type);
    if (alike === undefined) found.set(type, { capability, names: [name] });
    else alike.names.push(name);
  }
  if (!isWhole) found.delete(UNMAPPED);
  const isOneType = found.size === 1;
  return Object.fromEntries(
    [...found].map(([type, { capability, names }]) => [
      type,
      isOneType ? capability : { ...capability, indices: names },
    ]),
  );
}

/** `a.b` and `a` of `a.b.c`. */
function parentsOf(field: string): string[] {
  const parts = field.split('.');
  return parts.slice(1).map((_, length) => parts.slice(0, length + 1).join('.'));
}

/** `_field_caps`: for each requested field, its types in the indices. */
export function answerFieldCapabilities(
  cluster: MemoryCluster,
  request: MemoryRequest,
  expression: string,
): MemoryAnswer {
  const ignoreUnavailable = isOn(request.query, 'ignore_unavailable');
  const indices = cluster.reach(expression, { ignoreUnavailable });
  const asked = askedFields(request);
  const mapped = new Set(indices.flatMap(({ fields }) => fields.names()));
  const matching = [...mapped].filter((name) => asked.some((one) => matchesPattern(name, one)));
  // The objects that contain a field are listed with it.
  const above = matching.flatMap(parentsOf).filter((name) => mapped.has(name));
  const named = new Set([...above, ...matching]);
  const isWhole = isOn(request.query, 'include_unmapped');
  const fields = [...named].map((field) => [field, byType(field, indices, isWhole)] as const);
  return { body: { indices: indices.map(({ name }) => name), fields: Object.fromEntries(fields) } };
}
