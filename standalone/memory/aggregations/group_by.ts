import type { Stored } from '../stored';
import { momentOf, valuesOf } from '../query/values';
import type { TypeOf } from './aggregating';

/** The documents of each key; one with several keys is in several groups, once in each. */
export function groupBy<K>(
  documents: readonly Stored[],
  keysOf: (document: Stored) => readonly K[],
): Map<K, Stored[]> {
  const groups = new Map<K, Stored[]>();
  for (const document of documents) {
    for (const key of new Set(keysOf(document))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [document]);
      else group.push(document);
    }
  }
  return groups;
}

const NUMBERS = new Set(['long', 'integer', 'short', 'byte', 'float', 'double']);

export type Key = string | number;

/** The keys of a field as Elasticsearch returns them: numbers for number fields, else texts. */
export function keysOf(field: string, typeOf: TypeOf): (document: Stored) => Key[] {
  if (field === '_index') return ({ index }) => [index];
  const read = valuesOf(field);
  const type = typeOf(field) ?? '';
  if (type === 'date') return ({ source }) => read(source).map(momentOf);
  if (NUMBERS.has(type)) return ({ source }) => read(source).map(Number);
  return ({ source }) => read(source).map(String);
}

/** Keys in their order: numbers by size, texts by their UTF-16 units. */
export function byKey(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
