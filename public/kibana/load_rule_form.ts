import { translateByKibana } from './kibana_translator';
import { RuleForm } from './rule_form';

translateByKibana();

/** A script of its own: Kibana asks for a default export. */
export default RuleForm;
