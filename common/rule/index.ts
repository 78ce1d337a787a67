export { FINDING_RULE } from './finding_rule';
