export { assessCalibrated, scoreSeries } from './assess_calibrated';
export { flagDay, flagNeverSeen, isFlagged, isNeverSeen } from './flag_scores';
export type { LaidOutCase } from './learned_day';
export {
  type CalibratedScore,
  isSurelyQuiet,
  scoreCalibrated,
  scoreLaidOut,
} from './score_calibrated';
export { weekOf } from './training_table';
