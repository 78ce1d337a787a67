import { FINDING_RULE } from '../../common/rule';
import type { RuleTypeModel } from './contracts';
import { registerRule } from './register_rule';
import { RuleForm } from './rule_form';

function registered(): RuleTypeModel {
  const models: RuleTypeModel[] = [];
  registerRule({ register: (model) => void models.push(model) });
  const [model] = models;
  if (model === undefined) throw new Error('no rule was registered');
  return model;
}

describe('the rule in the browser', () => {
  it('has the id of the rule on the server, and a form without faults', () => {
    const { id, validate, requiresAppContext } = registered();
    expect([id, validate({}), requiresAppContext]).toEqual([FINDING_RULE, { errors: {} }, false]);
  });

  it('uses the sentence and the link unless the user writes another message', () => {
    const { defaultActionMessage, defaultRecoveryMessage } = registered();
    expect(defaultActionMessage).toContain('{{context.sentence}}');
    expect(defaultActionMessage).toContain('{{context.link}}');
    expect(defaultRecoveryMessage).toContain('{{context.sentence}}');
  });

  it('says in its form what an alert is, and when it recovers', () => {
    expect(JSON.stringify(RuleForm())).toMatch(/each silence.*recovers/);
  });
});
