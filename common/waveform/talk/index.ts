export { assessTalk } from './assess_talk';
export { differenceOf } from './difference';
export { judgeTalk } from './judge_talk';
export { scoreTalk } from './score_talk';
export { transformDay } from './transformed_day';
