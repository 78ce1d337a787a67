/** What a level of a feature lets its holder do. */
export interface FeaturePrivilege {
  /** Whether the role editor grants it in all spaces or not at all. */
  readonly requireAllSpaces?: boolean;
  readonly app: readonly string[];
  readonly api: readonly string[];
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
  readonly privileges: { readonly all: FeaturePrivilege; readonly read?: FeaturePrivilege };
}

export interface FeaturesSetup {
  registerKibanaFeature(feature: KibanaFeature): void;
}
