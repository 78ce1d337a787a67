export { assessCalibrated, scoreSeries } from './assess_calibrated';
export { isNeverSeen, judgeNeverSeen, judgeScores } from './judge_calibrated';
export { LEAST_DAYS, scoreCalibrated } from './score_calibrated';
