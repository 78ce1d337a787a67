export {
  type AnswerOf,
  API_ROOT,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type Privilege,
  PRIVILEGES,
  type QueryOf,
  REQUEST_PARTS,
  type RequestPart,
} from './basics/endpoint';
export { ApiError, ERROR_STATUS, type ErrorBody, type ErrorCode } from './basics/errors';
export { MAX_SUBTYPE } from './basics/parts';
export { validatePart } from './basics/validate_request';
export { getDocuments } from './day/get_documents';
export { getFindings } from './day/get_findings';
export { getMonth } from './day/get_month';
export { DAYS_OF_MONTH } from './schemas/month_ink';
export { getOneSeries, assessmentSchema } from './day/get_one_series';
export { getSeriesOfDay } from './day/get_series_of_day';
export { getTopFields, MAX_TOP_VALUES } from './day/get_top_fields';
export { tagDay } from './day/tag_day';
export { untagDay } from './day/untag_day';
export { endpoints } from './endpoints';
export { openApiDocument, SERVERS_OF_DOOR, SERVERS_OF_FILE } from './open_api';
export {
  type ApiCalendar,
  deleteCalendar,
  getCalendars,
  MOST_CALENDARS,
  MOST_NEXT_DAYS,
  postCalendar,
} from './judging/calendars';
export { getHistory, MOST_HISTORY } from './judging/get_history';
export { getJudgments, MOST_JUDGMENTS } from './judging/get_judgments';
export { type ApiJudgment, type NewJudgment } from './judging/judgment_schema';
export { type ApiMute, LONGEST_REASON } from './judging/mute_schema';
export { postJudgment } from './judging/post_judgment';
export { postMute } from './judging/post_mute';
export { JUDGMENT_DAYS, previewJudgment } from './judging/preview_judgment';
export { backfill } from './runs/backfill';
export { cancelRun } from './runs/cancel_run';
export { getRun } from './runs/get_run';
export { hasResult, type LedgerDay, listRuns, MAX_LEDGER_DAYS } from './runs/list_runs';
export { startRun } from './runs/start_run';
export type { ApiFinding, ApiFlaggedHour, RowFinding } from './schemas/finding_schema';
export type { ApiRun } from './schemas/run_schema';
export { dayHeadSchema, type SeriesRow, STRIP_DAYS } from './schemas/series_schema';
export { checkSource } from './setup/check_source';
export { findPresets, type PresetEvidence } from './setup/find_presets';
export { deleteSchedule } from './setup/delete_schedule';
export { getDiagnostics } from './setup/get_diagnostics';
export { getElasticsearch } from './setup/get_elasticsearch';
export { getNotifications } from './setup/get_notifications';
export { testChannel } from './setup/test_channel';
export { getOpenApi } from './setup/get_open_api';
export {
  chosenInterval,
  getSchedule,
  nearestInterval,
  RUN_OUTCOMES,
  type Schedule,
} from './setup/get_schedule';
export { completeSettingsSchema, getSettings } from './setup/get_settings';
export {
  getSources,
  LOG_DAYS_CHECKED,
  type SourceState,
  type UsedSource,
} from './setup/get_sources';
export { PREVIEW_DAYS, previewSettings } from './setup/preview_settings';
export { putSchedule } from './setup/put_schedule';
export { putOutage } from './setup/put_outage';
export { putSeriesSettings } from './setup/put_series_settings';
export { putSettings } from './setup/put_settings';
export { exportSettings } from './setup/export_settings';
export { importSettings } from './setup/import_settings';
export { renewScheduleKey } from './setup/renew_schedule_key';
export { type ApiSilence, getSilence, getSilenceOfDay, SILENCE_DAYS } from './silence/get_silence';
export { markSilence } from './silence/mark_silence';
export { uninstall } from './setup/uninstall';
