export { assessTalk } from './assess_talk';
export { differenceOf } from './difference';
export { flagTalk } from './flag_talk';
export { scoreTalk } from './score_talk';
export { transformDay } from './transformed_day';
