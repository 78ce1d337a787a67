/** A piece of JSON. */
type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A tuple as a list of as many items, each of one of the kinds: Schemathesis 4.32.5 rewrites
 * `prefixItems` of an answer to the `items` of older drafts, and then finds the schema at fault.
 */
function withoutTuples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTuples);
  if (!isObject(value)) return value;
  const { prefixItems, items, ...rest } = value;
  const others = Object.entries(rest).map(([key, entry]) => [key, withoutTuples(entry)] as const);
  const whole = Object.fromEntries(others);
  if (Array.isArray(prefixItems)) return { ...whole, items: { anyOf: prefixItems } };
  return items === undefined ? whole : { ...whole, items: withoutTuples(items) };
}

/** The description as Schemathesis can use it; it must be given the address of the API. */
export function documentForTool(served: unknown): unknown {
  const entries = Object.entries(isObject(served) ? served : {});
  return withoutTuples(Object.fromEntries(entries.filter(([key]) => key !== 'servers')));
}
