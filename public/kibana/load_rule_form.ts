import { RuleForm } from './rule_form';

/** A script of its own: Kibana asks for a default export. */
export default RuleForm;
