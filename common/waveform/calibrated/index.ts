export { assessCalibrated, scoreSeries } from './assess_calibrated';
export { isNeverSeen, flagNeverSeen, flagScores } from './flag_scores';
export { scoreCalibrated } from './score_calibrated';
