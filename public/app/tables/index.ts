export { ChartSection } from './chart_section';
export type { DataTable } from '../../../common/tables';
export { fileName } from './save_csv';
export { saveText } from './save_text';
export { TableView } from './table_view';
