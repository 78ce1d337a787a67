import { lazy } from 'react';
import { FINDING_RULE } from '../../common/rule';
import { translate } from '../i18n';
import type { RuleTypes } from './contracts';

/**
 * Lets users create rules of Logwave on Kibana's own page. The form is loaded when it is opened.
 */
export function registerRule(types: RuleTypes): void {
  types.register({
    id: FINDING_RULE,
    description: translate('logwave.rule.description', {
      defaultMessage: 'Alert on each finding of Logwave, and on each silence.',
    }),
    iconClass: 'logsApp',
    documentationUrl: null,
    ruleParamsExpression: lazy(() => import('./load_rule_form')),
    validate: () => ({ errors: {} }),
    requiresAppContext: false,
    defaultActionMessage: '{{context.who}}: {{context.sentence}}\n\n{{context.link}}',
    defaultRecoveryMessage: '{{context.series}}: no longer. {{context.sentence}}',
  });
}
