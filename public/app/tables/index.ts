export { ChartSection } from './chart_section';
export type { DataTable } from './data_table';
export { fileName } from './save_csv';
export { TableView } from './table_view';
