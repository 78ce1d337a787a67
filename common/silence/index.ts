export { type OfficeDay, officeDay, type QuietTogether, quietTogether } from './like_sunday';
export type { AwaitedHours } from './awaited_hours';
export { isOffice, QUIET_WEEKEND } from './office';
export { deadlineAfter, type Deadline, lawOf, learnSilence, type SilenceLaw } from './silence_law';
export { historyOf, type StreamHistory } from './stream_history';
export {
  type EndedSilence,
  missingEvents,
  morningOf,
  silenceState,
  type SilenceMark,
  type SilenceState,
  usualPerDay,
} from './silence_state';
export { lengthWords, likeSundayWords, longestGapWords, usualWords } from './silence_words';
export {
  dayOfWallHour,
  instantOf,
  isWeekendSlot,
  slotOf,
  type WallHour,
  wallHourAt,
  wallHourOf,
} from './wall_hour';
