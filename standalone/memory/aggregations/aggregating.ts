import type { Stored } from '../stored';
import type { Json } from '../request';

/** The type of a field, such as `date`; undefined if no index maps it. */
export type TypeOf = (field: string) => string | undefined;

/** The inputs of an aggregation. */
export interface Aggregating {
  readonly documents: readonly Stored[];
  readonly typeOf: TypeOf;
  /** A bucket of documents, with its sub-aggregations. */
  readonly bucketOf: (documents: readonly Stored[]) => Json;
}
