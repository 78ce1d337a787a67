/** The value of a cell. A number is a number in every form of the table. */
export type Cell = string | number | null;

/** A table as it is read, shown and saved. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly Cell[])[];
}
