export { analysisPorts, runRequest } from './analysis_of';
export { analyzeDue } from './analyze_due';
export { answerError } from './answer_error';
export { awaitDisk } from './await_disk';
export type { Caller } from './caller';
export { createAnalysisPorts } from './create_analysis_ports';
export { createCountingPorts } from './create_counting_ports';
export { createOverviewPorts } from './create_overview_ports';
export { createTaggingPorts } from './create_tagging_ports';
export { describeError, elasticsearchTrouble } from './describe_error';
export {
  type LoadedSettings,
  type Log,
  type Notifying,
  type ScheduleOptions,
  type ScheduleService,
  type Services,
  type SettingsStore,
} from './services';
export {
  keepCalendar,
  listCalendars,
  type NewCalendar,
  removeCalendar,
} from './calendars/calendars';
export { listHistory } from './history/list_history';
export { saveSettings, type Saving } from './history/save_settings';
export { ensureMarks } from './ensure_marks';
export { keepMute, type NewMute } from './marking/muting';
export { type Judging, keepJudgment, tryJudgment } from './judging';
export { assertAnswers } from './ping';
export { unlessAway } from './unless_away';
export { createReplayPorts } from './create_replay_ports';
export { type MarkedHost, unseenHostWords } from './marking/unseen_host';
export { keepSilence, lookSilence, type NewMark, setMark, silencesOf } from './silence';
export { fetchSettled } from './fetch_settled';
export { type Looker, Messenger } from './messages/messenger';
export { type AskedReport, reportOfDay } from './messages/report_of_day';
export { sendDay, type SentDay, sendTest } from './messages/send_now';
export { createReader } from './create_reader';
