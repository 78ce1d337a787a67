export { type DayAnswer, type DayReport, dayReport, type ReportOptions } from './day_report';
export { reportCsv } from './report_csv';
export { reportHtml } from './report_html';
export { reportJson } from './report_json';
export { reportText } from './report_text';
export { unnamedSources } from './unnamed_sources';
export { visible, wrapText } from './wrap_text';
