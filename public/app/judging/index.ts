export { JudgeDialog, type ToJudge } from './judge_dialog';
export { JudgeMark } from './judge_mark';
export { muteWords } from './judge_words';
