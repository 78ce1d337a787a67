import type { Json } from '../request';

/** Reads the values of a field in a document. Lists are flattened. */
export type ReadValues = (source: Json) => readonly unknown[];

const TWIN = '.keyword';
const NONE: readonly unknown[] = [];

/** The names that may come next on a path: the part itself, and with those after it. */
interface Step {
  readonly name: string;
  /** How many parts of the path are done then. */
  readonly to: number;
}

/**
 * The steps from each part of a path. A part of the path may itself have dots, as in
 * {"log.level": "info"}.
 */
function stepsOf(parts: readonly string[]): readonly (readonly Step[])[] {
  return parts.map((_, from) =>
    parts.slice(from).map((_end, more): Step => {
      const to = from + more + 1;
      return { name: parts.slice(from, to).join('.'), to };
    }),
  );
}

type Steps = ReturnType<typeof stepsOf>;

function collect(value: unknown, steps: Steps, from: number, found: unknown[]): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, steps, from, found);
    return;
  }
  const next = steps[from];
  if (next === undefined) {
    found.push(value);
    return;
  }
  if (typeof value !== 'object') return;
  for (const { name, to } of next) {
    if (Object.hasOwn(value, name)) collect((value as Json)[name], steps, to, found);
  }
}

/** How the values of a dotted field are read. Those of `field.keyword` are in `field`. */
export function valuesOf(field: string): ReadValues {
  const steps = stepsOf(field.split('.'));
  const isPlain = steps.length === 1;
  const twin = field.endsWith(TWIN) ? valuesOf(field.slice(0, -TWIN.length)) : undefined;
  return (source) => {
    if (isPlain) {
      const value = source[field];
      if (value === undefined) return NONE;
      if (typeof value !== 'object') return [value];
    }
    const found: unknown[] = [];
    collect(source, steps, 0, found);
    if (found.length > 0) return found;
    return twin === undefined ? NONE : twin(source);
  };
}

/** Whether a document has a value of a field that is wanted. */
export function hasValue(
  field: string,
  isWanted: (value: unknown) => boolean,
): (source: Json) => boolean {
  const read = valuesOf(field);
  if (field.includes('.')) return (source) => read(source).some(isWanted);
  // Most documents have one value in a field without dots: no list is made for it.
  return (source) => {
    const value = source[field];
    if (typeof value === 'object') return read(source).some(isWanted);
    return value !== undefined && isWanted(value);
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
