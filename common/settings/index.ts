export { explainIssues, type SettingsFault } from './explain_issues';
export { LEAST_SCORE_LIMIT } from './least_score_limit';
export {
  type ChannelSettings,
  channelSettingsOf,
  type NotificationSettings,
  TOLD_VERDICTS,
} from './notifications';
export { isOutageOf, outageDays, withOutage } from './outages';
export { parseSettings, parseStoredSettings } from './parse_settings';
export { readSettingsFile, settingsFileOf, settingsFileText } from './settings_file';
export { sortedJson } from './sorted_json';
export {
  type CalibratedSettings,
  type Floors,
  type Outage,
  outageSchema,
  type SeriesSettings,
  type Settings,
  type SettingsFile,
  settingsSchema,
  sourceSettingsSchema,
  type TalkSettings,
  talkSettingsSchema,
  type TrainingSettings,
} from './settings';
export { lastWeekendDay, type Weekday, WEEKDAYS } from './weekdays';
