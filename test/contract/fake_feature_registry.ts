import type { KibanaFeature } from '../../server/kibana/contracts/features';
import type { FeatureRule } from './kibana_facts';

/** Names of a part that the rule forbids, and names that it misses. */
function faultsOf(
  part: string,
  given: object,
  required: readonly string[],
  allowed: readonly string[],
): string[] {
  const keys = Object.keys(given);
  return [
    ...keys.filter((key) => !allowed.includes(key)).map((key) => `${part}: unknown ${key}`),
    ...required.filter((key) => !keys.includes(key)).map((key) => `${part}: missing ${key}`),
  ];
}

/** Entries of rule types in the other form, and those that the feature itself does not name. */
function ruleFaults(feature: KibanaFeature, form: FeatureRule['rule_entries']): string[] {
  const known = (feature.alerting ?? []).map((entry) => JSON.stringify(entry));
  const granted = Object.entries(feature.privileges).flatMap(([level, { alerting }]) =>
    Object.values(alerting ?? {}).flatMap(({ all = [], read = [] }) =>
      [...all, ...read].map((entry) => ({ part: `${feature.id}.${level}`, entry })),
    ),
  );
  const own = (feature.alerting ?? []).map((entry) => ({ part: feature.id, entry }));
  return [...own, ...granted].flatMap(({ part, entry }) => [
    ...((typeof entry === 'string') === (form === 'names') ? [] : [`${part}: wrong rule entry`]),
    ...(known.includes(JSON.stringify(entry)) ? [] : [`${part}: unknown rule`]),
  ]);
}

/**
 * Twin of Kibana's registry of features. It refuses a key that its version does not know, a missing
 * one, an id that was registered before, and an application of a privilege that the feature lacks.
 */
export class FakeFeatureRegistry {
  readonly features: KibanaFeature[] = [];

  constructor(private readonly rule: FeatureRule) {}

  /** @throws where Kibana would refuse to start */
  registerKibanaFeature(feature: KibanaFeature): void {
    const { required, allowed, privilege_required, privilege_allowed, rule_entries } = this.rule;
    const faults = faultsOf(feature.id, feature, required, allowed);
    faults.push(...ruleFaults(feature, rule_entries));
    for (const [level, privilege] of Object.entries(feature.privileges)) {
      const part = `${feature.id}.${level}`;
      faults.push(...faultsOf(part, privilege, privilege_required, privilege_allowed));
      const others = privilege.app.filter((app: string) => !feature.app.includes(app));
      faults.push(...others.map((app: string) => `${part}: the feature has no app ${app}`));
    }
    if (this.features.some(({ id }) => id === feature.id)) faults.push(`${feature.id}: twice`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    this.features.push(feature);
  }
}
