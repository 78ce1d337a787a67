export type { Cell, DataTable } from './data_table';
export { toCsv } from './to_csv';
