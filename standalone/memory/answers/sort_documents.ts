import type { TypeOf } from '../aggregations/aggregating';
import type { Stored } from '../stored';
import { momentOf, valuesOf } from '../query/values';
import { jsonOf, listOf, textOf } from '../request';

/** A document with its sort values. */
export interface Sorted {
  readonly document: Stored;
  /** The values that it was sorted by; undefined if no order was requested. */
  readonly values: readonly unknown[] | undefined;
}

type Value = string | number | null;

interface Order {
  readonly isDescending: boolean;
  /** Whether values are compared as times, whatever their format. */
  readonly isMoment: boolean;
  readonly valueOf: (document: Stored) => Value;
  /** The value in the answer. */
  readonly format: (value: Value) => Value;
}

const AS_IT_IS = (value: Value): Value => value;
const BY_PLACE = new Set(['_doc', '_shard_doc', '_score']);

function orderOf(given: unknown, typeOf: TypeOf): Order {
  const [[field, options] = ['', {}]] =
    typeof given === 'string' ? [[given, {}] as const] : Object.entries(jsonOf(given));
  const { order = options, format } = jsonOf(options);
  const isDescending = order === 'desc';
  if (BY_PLACE.has(field))
    return { isDescending, isMoment: false, valueOf: ({ ordinal }) => ordinal, format: AS_IT_IS };
  if (field === '_index') {
    return { isDescending, isMoment: false, valueOf: ({ index }) => index, format: AS_IT_IS };
  }
  const read = valuesOf(field);
  const isDate = format === 'epoch_millis' || typeOf(field) === 'date';
  return {
    isDescending,
    isMoment: isDate,
    valueOf: ({ source }) => {
      const [value] = read(source);
      if (value === undefined) return null;
      if (isDate) return momentOf(value);
      return typeof value === 'number' ? value : textOf(value);
    },
    format: (value) => (format === undefined || value === null ? value : String(value)),
  };
}

/** Documents without a value come last, whatever the order. */
function compare(a: Value, b: Value, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : textOrder(a, b);
  return isDescending ? -order : order;
}

function textOrder(a: Value, b: Value): number {
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function compareAll(a: readonly Value[], b: readonly Value[], orders: readonly Order[]): number {
  for (const [place, { isDescending }] of orders.entries()) {
    const order = compare(a[place] ?? null, b[place] ?? null, isDescending);
    if (order !== 0) return order;
  }
  return 0;
}

interface Keyed {
  readonly document: Stored;
  readonly keys: readonly Value[];
}

/** Which page of which order. */
export interface PageOrder {
  readonly sort: unknown;
  /** The sort values of the last document of the page before; undefined for the first page. */
  readonly after: unknown;
  /** How many documents the page has at most. */
  readonly most: number;
}

/**
 * Inserts a document into its place among the first ones, and drops the last one if there are too
 * many.
 */
function keepFirst(
  first: Keyed[],
  one: Keyed,
  most: number,
  isBefore: (a: Keyed, b: Keyed) => boolean,
): void {
  let at = first.length;
  for (let before = first[at - 1]; before !== undefined && isBefore(one, before);) {
    at -= 1;
    before = first[at - 1];
  }
  if (at < most) first.splice(at, 0, one);
  if (first.length > most) first.pop();
}

/** Documents in the requested order, without those that come before or at `after`. */
export function sortDocuments(
  documents: readonly Stored[],
  { sort, after, most }: PageOrder,
  typeOf: TypeOf,
): readonly Sorted[] {
  const orders = listOf(sort).map((given) => orderOf(given, typeOf));
  if (orders.length === 0) {
    return documents.slice(0, most).map((document) => ({ document, values: undefined }));
  }
  const start = after === undefined ? undefined : startOf(listOf(after), orders);
  const isBefore = (a: Keyed, b: Keyed): boolean => compareAll(a.keys, b.keys, orders) < 0;
  const first: Keyed[] = [];
  for (const document of documents) {
    const keys = orders.map(({ valueOf }) => valueOf(document));
    if (start !== undefined && compareAll(keys, start, orders) <= 0) continue;
    keepFirst(first, { document, keys }, most, isBefore);
  }
  return first.map(({ document, keys }) => ({
    document,
    values: keys.map((key, place) => orders[place]?.format(key) ?? null),
  }));
}

/** Where a page begins, as comparable values. Formatted values come as texts. */
function startOf(after: readonly unknown[], orders: readonly Order[]): Value[] {
  return after.map((value, place) => {
    if (value === null || typeof value === 'number') return value;
    return orders[place]?.isMoment === true ? momentOf(value) : textOf(value);
  });
}
