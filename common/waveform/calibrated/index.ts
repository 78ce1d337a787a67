export { assessCalibrated, scoreSeries } from './assess_calibrated';
export { flagDay, isNeverSeen, flagNeverSeen } from './flag_scores';
export type { LaidOutCase } from './learned_day';
export { isSurelyQuiet, scoreCalibrated } from './score_calibrated';
export { weekOf } from './training_table';
