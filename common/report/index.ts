export {
  type ReportSeries,
  type DayAnswer,
  type DayReport,
  dayReport,
  type ReportOptions,
} from './day_report';
export type { ReportRow } from './day_report';
export { countsInWords, type ReportMessage, rowsOfMessage } from './message';
export { findingKey, findingsOf, keepFindings } from './keep_findings';
export { messageHtml } from './message_html';
export { messageLines, type MessageLines } from './message_lines';
export { dayTitle, messageText } from './message_text';
export { type DayTable, reportCsv } from './report_csv';
export { reportHtml } from './report_html';
export { reportJson } from './report_json';
export { reportText } from './report_text';
export { silenceKey, type SilentStream } from './silent_streams';
export { unnamedSources } from './unnamed_sources';
export { visible, wrapText } from './wrap_text';
