export { type OfficeDay, officeDay, type QuietTogether, quietTogether } from './like_sunday';
export { deadlineAfter, type Deadline, learnSilence, type SilenceLaw } from './silence_law';
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
  slotOf,
  type WallHour,
  wallHourAt,
  wallHourOf,
} from './wall_hour';
