import { backfill } from './backfill';
import { cancelRun } from './cancel_run';
import { checkSource } from './check_source';
import { deleteSchedule } from './delete_schedule';
import type { Endpoint } from './endpoint';
import { getDiagnostics } from './get_diagnostics';
import { getDocuments } from './get_documents';
import { getFindings } from './get_findings';
import { getMonth } from './get_month';
import { getOneSeries } from './get_one_series';
import { getOpenApi } from './get_open_api';
import { getRun } from './get_run';
import { getSchedule } from './get_schedule';
import { getSeriesOfDay } from './get_series_of_day';
import { getSettings } from './get_settings';
import { getSources } from './get_sources';
import { getTopFields } from './get_top_fields';
import { listRuns } from './list_runs';
import { previewSettings } from './preview_settings';
import { putSchedule } from './put_schedule';
import { putSeriesSettings } from './put_series_settings';
import { putSettings } from './put_settings';
import { renewScheduleKey } from './renew_schedule_key';
import { startRun } from './start_run';
import { tagDay } from './tag_day';
import { uninstall } from './uninstall';
import { untagDay } from './untag_day';

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
  getSources,
  checkSource,
  getSettings,
  previewSettings,
  putSettings,
  putSeriesSettings,
  getSchedule,
  putSchedule,
  renewScheduleKey,
  deleteSchedule,
  getDiagnostics,
  uninstall,
  getOpenApi,
];
