export { assessCalibrated, scoreSeries } from './assess_calibrated';
export { isNeverSeen, flagNeverSeen, flagScores } from './flag_scores';
export { LEAST_DAYS, scoreCalibrated } from './score_calibrated';
