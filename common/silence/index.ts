export { type OfficeDay, officeDay, type QuietTogether, quietTogether } from './like_sunday';
export type { AwaitedHours } from './awaited_hours';
export { isOffice, QUIET_WEEKEND } from './office';
export { deadlineAfter, type Deadline, lawOf, learnSilence, type SilenceLaw } from './silence_law';
export { historyOf, type StreamHistory, type TaughtHours } from './stream_history';
export {
  countedUntil,
  type EndedSilence,
  missingEvents,
  morningOf,
  silenceState,
  type SilenceMark,
  type SilenceState,
  usualPerDay,
} from './silence_state';
export { isLightGap } from './light_gap';
export { isUsualGap } from './usual_gap';
export { beganAfter, silenceBegan } from './silence_length';
export { lengthWords, likeSundayWords, longestGapWords, usualWords } from './silence_words';
export {
  dayOfWallHour,
  HOURS_PER_WEEK,
  instantOf,
  isWeekendSlot,
  slotOf,
  type WallHour,
  wallHourAt,
  wallHourOf,
} from './wall_hour';
