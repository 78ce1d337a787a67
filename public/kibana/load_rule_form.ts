import { RuleForm } from './rule_form';

/** A separate script. Kibana requires a default export. */
export default RuleForm;
