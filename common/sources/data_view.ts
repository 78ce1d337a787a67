import type { Source } from './source';
import { freeId } from './slug';

/** A data view of Kibana, as far as a source can be made from it. */
export interface DataView {
  readonly name: string;
  /** Names and patterns of indices. */
  readonly title: string;
  /** Undefined if its documents have no time. */
  readonly time_field: string | undefined;
  /** Fields that only Kibana knows. It computes them in each search. */
  readonly runtime_fields: readonly string[];
}

/** What a source takes of a data view. */
export type SourceOfDataView = Pick<Source, 'id' | 'name' | 'index' | 'time_field' | 'tag'>;

const LONGEST_NAME = 100;

/** A phrase saying that a field exists only in the data view. */
export function runtimeFieldWords(field: string, dataView: string): string {
  return `"${field}" is a runtime field of the data view "${dataView}", and only Kibana can search it: name a field that the indices map`;
}

/**
 * Starts a source from a data view: its pattern and its time field.
 *
 * @param taken ids of the other sources
 * @returns the source, or a phrase that says why it cannot be one
 */
export function sourceOfDataView(
  { name, title, time_field: time, runtime_fields: runtime }: DataView,
  taken: ReadonlySet<string>,
): SourceOfDataView | { readonly refused: string } {
  if (time === undefined) return { refused: `the data view "${name}" has no time field` };
  if (runtime.includes(time)) return { refused: runtimeFieldWords(time, name) };
  const id = freeId(title, taken);
  return {
    id,
    name: name.slice(0, LONGEST_NAME),
    index: title,
    time_field: time,
    tag: `${id}_outlier`,
  };
}
