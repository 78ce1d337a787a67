export { JudgeDialog, type ToJudge } from './judge_dialog';
export { JudgeMark } from './judge_mark';
export { judgedWords, muteWords } from './judge_words';
