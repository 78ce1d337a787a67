import type { Stored } from '../memory_index';
import type { Json } from '../request';

/** The type of a field, such as `date`; undefined where no index maps it. */
export type TypeOf = (field: string) => string | undefined;

/** What a kind of aggregation works on. */
export interface Aggregating {
  readonly documents: readonly Stored[];
  readonly typeOf: TypeOf;
  /** A bucket of documents, with what is aggregated within it. */
  readonly bucketOf: (documents: readonly Stored[]) => Json;
}
