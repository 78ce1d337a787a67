import type { Json } from './request';

/** A document with its version. */
export interface Stored {
  readonly index: string;
  readonly id: string;
  readonly source: Json;
  readonly seq_no: number;
  /** Its position among all documents of the cluster, which stays when it is written again. */
  readonly ordinal: number;
}
