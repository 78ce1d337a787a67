export {
  type DecidedMarks,
  HISTORY_KINDS,
  type HistoryEntry,
  type HistoryKind,
  historyOf,
  type SettingsMark,
} from './history';
export { type SettingsChange, settingsChanges } from './settings_changes';
