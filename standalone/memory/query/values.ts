import type { Json } from '../request';

/** Reads the values of a field in a document. Lists are flattened. */
export type ReadValues = (source: Json) => readonly unknown[];

const TWIN = '.keyword';
const NONE: readonly unknown[] = [];

function collect(value: unknown, parts: readonly string[], from: number, found: unknown[]): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, parts, from, found);
    return;
  }
  if (from === parts.length) {
    found.push(value);
    return;
  }
  if (typeof value !== 'object') return;
  // A part of the path may itself have dots, as in {"log.level": "info"}.
  for (let to = from + 1; to <= parts.length; to += 1) {
    const name = parts.slice(from, to).join('.');
    if (Object.hasOwn(value, name)) collect((value as Json)[name], parts, to, found);
  }
}

/** How the values of a dotted field are read. Those of `field.keyword` are in `field`. */
export function valuesOf(field: string): ReadValues {
  const parts = field.split('.');
  const twin = field.endsWith(TWIN) ? valuesOf(field.slice(0, -TWIN.length)) : undefined;
  return (source) => {
    const [first = ''] = parts;
    if (parts.length === 1 && typeof source[first] !== 'object') {
      return source[first] === undefined ? NONE : [source[first]];
    }
    const found: unknown[] = [];
    collect(source, parts, 0, found);
    return found.length === 0 && twin !== undefined ? twin(source) : found;
  };
}

/** Moments by their text: the same documents are read by many searches. */
const moments = new Map<string, number>();
/** As many as the times of a demo. With more than that, the known ones are forgotten. */
const MOST_MOMENTS = 500_000;

function readMoment(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? Date.parse(text) : number;
}

/** A moment in milliseconds since 1970 UTC, or a number; NaN for what is neither. */
export function momentOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const text = String(value);
  const known = moments.get(text);
  if (known !== undefined) return known;
  if (moments.size >= MOST_MOMENTS) moments.clear();
  const moment = readMoment(text);
  moments.set(text, moment);
  return moment;
}
