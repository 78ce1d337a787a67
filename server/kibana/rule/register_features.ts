import { FINDING_RULE } from '../../../common/rule';
import type { FeaturesSetup, KibanaFeature, RuleEntry } from '../contracts';

/** Kibana's page of rules and connectors. */
const MANAGEMENT = { insightsAndAlerting: ['triggersActions'] };

/** The form in which a feature names a rule type, depending on the version of Kibana. */
const ENTRIES: readonly ((owner: string) => RuleEntry)[] = [
  () => FINDING_RULE,
  // Rules that are made on Kibana's own page belong to "alerts".
  (owner) => ({ ruleTypeId: FINDING_RULE, consumers: [owner, 'alerts'] }),
];

/** The feature with the rule type: users who may change it may create rules, readers see them. */
function withRule(feature: KibanaFeature, entry: RuleEntry): KibanaFeature {
  const { all, read } = feature.privileges;
  const granting = (level: 'all' | 'read') => ({
    management: MANAGEMENT,
    alerting: { rule: { [level]: [entry] }, alert: { [level]: [entry] } },
  });
  return {
    ...feature,
    management: MANAGEMENT,
    alerting: [entry],
    privileges: {
      all: { ...all, ...granting('all') },
      ...(read !== undefined && { read: { ...read, ...granting('read') } }),
    },
  };
}

function isTaken(features: FeaturesSetup, feature: KibanaFeature): boolean {
  try {
    features.registerKibanaFeature(feature);
    return true;
  } catch {
    // The error is thrown if no form of the feature is accepted.
    return false;
  }
}

/**
 * Registers a feature with the rule type, in whichever form this Kibana accepts. It has to be
 * tried, since the version does not say. If none is accepted, the feature is registered without the
 * rule.
 *
 * @returns whether users can be granted the rule
 * @throws if Kibana does not accept the feature without the rule either
 */
export function registerWithRule(features: FeaturesSetup, feature: KibanaFeature): boolean {
  if (ENTRIES.some((entry) => isTaken(features, withRule(feature, entry(feature.id))))) return true;
  features.registerKibanaFeature(feature);
  return false;
}
