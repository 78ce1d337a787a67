import { EuiText } from '@elastic/eui';
import React from 'react';
import { translate } from '../i18n';

/** The content of Kibana's form for the rule, which has nothing to fill in. */
export function RuleForm() {
  return (
    <EuiText size="s" data-test-subj="logwaveRuleForm">
      <p>
        {translate('logwave.rule.form', {
          defaultMessage:
            'One alert for each finding of the last analyzed day, and for each silence. What is unusual is set in the settings of Logwave. A finding recovers with the next analyzed day, a silence with the next event.',
        })}
      </p>
    </EuiText>
  );
}
