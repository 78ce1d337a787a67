import { backfill } from './runs/backfill';
import { cancelRun } from './runs/cancel_run';
import { checkSource } from './setup/check_source';
import { findPresets } from './setup/find_presets';
import { deleteSchedule } from './setup/delete_schedule';
import { exportSettings } from './setup/export_settings';
import { importSettings } from './setup/import_settings';
import type { Endpoint } from './basics/endpoint';
import { getDiagnostics } from './setup/get_diagnostics';
import { getElasticsearch } from './setup/get_elasticsearch';
import { getDocuments } from './day/get_documents';
import { getFindings } from './day/get_findings';
import { getMonth } from './day/get_month';
import { getOneSeries } from './day/get_one_series';
import { getNotifications } from './setup/get_notifications';
import { getOpenApi } from './setup/get_open_api';
import { getRun } from './runs/get_run';
import { getSchedule } from './setup/get_schedule';
import { getSeriesOfDay } from './day/get_series_of_day';
import { getSettings } from './setup/get_settings';
import { getSources } from './setup/get_sources';
import { getTopFields } from './day/get_top_fields';
import { deleteCalendar, getCalendars, postCalendar } from './judging/calendars';
import { getHistory } from './judging/get_history';
import { getJudgments } from './judging/get_judgments';
import { postJudgment } from './judging/post_judgment';
import { postMute } from './judging/post_mute';
import { previewJudgment } from './judging/preview_judgment';
import { listRuns } from './runs/list_runs';
import { previewSettings } from './setup/preview_settings';
import { putSchedule } from './setup/put_schedule';
import { putOutage } from './setup/put_outage';
import { putSeriesSettings } from './setup/put_series_settings';
import { putSettings } from './setup/put_settings';
import { renewScheduleKey } from './setup/renew_schedule_key';
import { getSilence, getSilenceOfDay } from './silence/get_silence';
import { markSilence } from './silence/mark_silence';
import { startRun } from './runs/start_run';
import { tagDay } from './day/tag_day';
import { testChannel } from './setup/test_channel';
import { uninstall } from './setup/uninstall';
import { untagDay } from './day/untag_day';

/** Every endpoint, in the order of the OpenAPI document. */
export const endpoints: readonly Endpoint[] = [
  startRun,
  getRun,
  cancelRun,
  listRuns,
  backfill,
  getFindings,
  getSeriesOfDay,
  getOneSeries,
  getDocuments,
  getTopFields,
  tagDay,
  untagDay,
  getMonth,
  getSilence,
  getSilenceOfDay,
  markSilence,
  getJudgments,
  previewJudgment,
  postJudgment,
  postMute,
  getCalendars,
  postCalendar,
  deleteCalendar,
  getHistory,
  getSources,
  checkSource,
  findPresets,
  getSettings,
  previewSettings,
  putSettings,
  exportSettings,
  importSettings,
  putSeriesSettings,
  putOutage,
  getSchedule,
  putSchedule,
  renewScheduleKey,
  deleteSchedule,
  getNotifications,
  testChannel,
  getDiagnostics,
  getElasticsearch,
  uninstall,
  getOpenApi,
];
