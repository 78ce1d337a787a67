export { forbiddenIds, forbiddenSources, readableSources } from './readable_sources';
export { boldBeginning } from './bold_beginning';
export {
  documentsOfRow,
  foundDiscoverLink,
  hoursWithEvents,
  rowDiscoverLink,
  sourcesOfDay,
} from './documents_of_row';
export { FilterField } from './filter_field';
export { createHourCursor, type HourCursor, steppedHour, useHour } from './hour_cursor';
export { flaggedEvents, type OverviewRow, rowKey, rowOfSeries } from './overview_row';
export {
  commonTop,
  type DayAnswer,
  everyRow,
  hasRows,
  incidentRows,
  type IncidentRows,
  filterRows,
  notAssessedCount,
  type NotAssessed,
  type OverviewRows,
  rowsOfDay,
} from './overview_rows';
export { usePrinting } from './use_printing';
export { useWidth } from './use_width';
