export { ChartSection } from './chart_section';
export type { DataTable } from './data_table';
export { fileName } from './save_csv';
export { saveText } from './save_text';
export { TableView } from './table_view';
