/** A rule type in a feature: its name in 8.12, with the owners of such rules in later versions. */
export type RuleEntry =
  string | { readonly ruleTypeId: string; readonly consumers: readonly string[] };

interface RuleLevels {
  readonly all?: readonly RuleEntry[];
  readonly read?: readonly RuleEntry[];
}

/** Entries of the management page, by section. */
type Management = Readonly<Record<string, readonly string[]>>;

/** The rights that a level of a feature grants. */
export interface FeaturePrivilege {
  /** Whether the role editor grants it in all spaces or not at all. */
  readonly requireAllSpaces?: boolean;
  readonly app: readonly string[];
  readonly api: readonly string[];
  readonly management?: Management;
  readonly alerting?: { readonly rule: RuleLevels; readonly alert: RuleLevels };
  readonly ui: readonly string[];
  readonly savedObject: { readonly all: readonly string[]; readonly read: readonly string[] };
}

export interface KibanaFeature {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: { readonly id: string; readonly label: string; readonly order: number };
  readonly order: number;
  readonly app: readonly string[];
  readonly management?: Management;
  readonly alerting?: readonly RuleEntry[];
  readonly privileges: { readonly all: FeaturePrivilege; readonly read?: FeaturePrivilege };
}

export interface FeaturesSetup {
  /** @throws if Kibana does not accept the feature */
  registerKibanaFeature(feature: KibanaFeature): void;
}
