export { assessCalibrated, scoreSeries } from './assess_calibrated';
export { flagDay, isNeverSeen, flagNeverSeen } from './flag_scores';
export { scoreCalibrated } from './score_calibrated';
