import type { Stored } from '../stored';
import { momentOf, valuesOf } from '../query/values';
import { jsonOf, listOf, UnknownRequest, type Json } from '../request';
import type { Aggregating, TypeOf } from './aggregating';
import { binsOf } from './dates';
import { byKey, groupBy, keysOf, type Key } from './group_by';

const USUAL_SIZE = 10;

/** A part of the key: its name, and the document's values for it. */
interface KeyPart {
  readonly name: string;
  readonly valuesOf: (document: Stored) => readonly (Key | null)[];
}

function partOf(given: unknown, typeOf: TypeOf): KeyPart {
  const [[name, kinds] = ['', {}]] = Object.entries(jsonOf(given));
  const { terms, date_histogram: histogram } = jsonOf(kinds);
  if (histogram !== undefined) {
    const parameters = jsonOf(histogram);
    const read = valuesOf(String(parameters['field']));
    const binOf = binsOf(parameters);
    return { name, valuesOf: ({ source }) => read(source).map((value) => binOf(momentOf(value))) };
  }
  if (terms === undefined) throw new UnknownRequest(`the composite source of "${name}"`);
  const { field, missing_bucket: hasMissing } = jsonOf(terms);
  const keys = keysOf(String(field), typeOf);
  return {
    name,
    valuesOf: (document) => {
      const found = keys(document);
      return found.length === 0 && hasMissing === true ? [null] : found;
    },
  };
}

type Keys = readonly (Key | null)[];

/** Null comes first, as in Elasticsearch. */
function byKeys(a: Keys, b: Keys): number {
  for (let place = 0; place < a.length; place += 1) {
    const [left, right] = [a[place] ?? null, b[place] ?? null];
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    const order = byKey(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function combined(parts: readonly KeyPart[], document: Stored): Keys[] {
  return parts.reduce<Keys[]>(
    (keys, part) => keys.flatMap((key) => part.valuesOf(document).map((value) => [...key, value])),
    [[]],
  );
}

/** A page of the buckets of all combinations of values, in their order. */
export function composite(
  { documents, typeOf, bucketOf }: Aggregating,
  { sources, after, size = USUAL_SIZE }: Json,
): Json {
  const parts = listOf(sources).map((given) => partOf(given, typeOf));
  const groups = groupBy(documents, (document) =>
    combined(parts, document).map((keys) => JSON.stringify(keys)),
  );
  const last = jsonOf(after);
  const from =
    after === undefined ? undefined : parts.map(({ name }) => (last[name] ?? null) as Key | null);
  const page = [...groups]
    .map(([text, group]) => ({ keys: JSON.parse(text) as Keys, group }))
    .sort((a, b) => byKeys(a.keys, b.keys))
    .filter(({ keys }) => from === undefined || byKeys(keys, from) > 0)
    .slice(0, Number(size));
  const buckets = page.map(({ keys, group }) => ({
    key: Object.fromEntries(parts.map(({ name }, place) => [name, keys[place]])),
    ...bucketOf(group),
  }));
  const end = buckets.at(-1)?.key;
  return { buckets, ...(end === undefined ? {} : { after_key: end }) };
}
