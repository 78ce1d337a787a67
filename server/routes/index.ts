import { backfillRoute } from './backfill';
import { deleteCalendarRoute, getCalendarsRoute, postCalendarRoute } from './judging/calendars';
import { cancelRunRoute } from './cancel_run';
import { checkSourceRoute } from './check_source';
import { findPresetsRoute } from './find_presets';
import { getDiagnosticsRoute } from './diagnostics/get_diagnostics';
import { getElasticsearchRoute } from './diagnostics/get_elasticsearch';
import { getDocumentsRoute } from './get_documents';
import { getFindingsRoute } from './get_findings';
import { getMonthRoute } from './get_month';
import { getOneSeriesRoute } from './get_one_series';
import { getOpenApiRoute } from './get_open_api';
import { getRunRoute } from './get_run';
import { getSeriesOfDayRoute } from './get_series_of_day';
import { getSourcesRoute } from './get_sources';
import { getTopFieldsRoute } from './get_top_fields';
import {
  getJudgmentsRoute,
  postJudgmentRoute,
  postMuteRoute,
  previewJudgmentRoute,
} from './judging/judgments';
import { getHistoryRoute } from './judging/history';
import { listRunsRoute } from './list_runs';
import { getNotificationsRoute, testChannelRoute } from './messages/notifications';
import { previewSettingsRoute } from './preview_settings';
import type { Route } from './route';
import {
  deleteScheduleRoute,
  getScheduleRoute,
  putScheduleRoute,
  renewScheduleKeyRoute,
} from './schedule';
import {
  exportSettingsRoute,
  getSettingsRoute,
  importSettingsRoute,
  putOutageRoute,
  putSeriesSettingsRoute,
  putSettingsRoute,
} from './settings';
import { getSilenceOfDayRoute, getSilenceRoute, markSilenceRoute } from './silence';
import { startRunRoute } from './start_run';
import { tagDayRoute } from './tag_day';
import { uninstallRoute } from './uninstall';
import { untagDayRoute } from './untag_day';

/** Every route, in the order of the endpoints. Both hosts serve all of them. */
export const routes = [
  startRunRoute,
  getRunRoute,
  cancelRunRoute,
  listRunsRoute,
  backfillRoute,
  getFindingsRoute,
  getSeriesOfDayRoute,
  getOneSeriesRoute,
  getDocumentsRoute,
  getTopFieldsRoute,
  tagDayRoute,
  untagDayRoute,
  getMonthRoute,
  getSilenceRoute,
  getSilenceOfDayRoute,
  markSilenceRoute,
  getJudgmentsRoute,
  previewJudgmentRoute,
  postJudgmentRoute,
  postMuteRoute,
  getCalendarsRoute,
  postCalendarRoute,
  deleteCalendarRoute,
  getHistoryRoute,
  getSourcesRoute,
  checkSourceRoute,
  findPresetsRoute,
  getSettingsRoute,
  previewSettingsRoute,
  putSettingsRoute,
  exportSettingsRoute,
  importSettingsRoute,
  putSeriesSettingsRoute,
  putOutageRoute,
  getScheduleRoute,
  putScheduleRoute,
  renewScheduleKeyRoute,
  deleteScheduleRoute,
  getNotificationsRoute,
  testChannelRoute,
  getDiagnosticsRoute,
  getElasticsearchRoute,
  uninstallRoute,
  getOpenApiRoute,
] as readonly Route[];
export type { Route, RouteRequest } from './route';
export { assertMayTag } from './start_run';
