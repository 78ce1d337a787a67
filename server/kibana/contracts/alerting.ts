import type { Client } from '@elastic/elasticsearch';

/** The variables that templates of actions can use: `{{context.sentence}}`. */
export type AlertContext = Readonly<Record<string, string>>;

/** An alert as rules hold it. Its state is kept until it has recovered. */
export interface HeldAlert {
  getId(): string;
  getState(): Readonly<Record<string, unknown>>;
}

interface FactoryAlert extends HeldAlert {
  replaceState(state: Readonly<Record<string, unknown>>): FactoryAlert;
  scheduleActions(group: string, context: AlertContext): unknown;
  setContext(context: AlertContext): unknown;
}

/**
 * How rules report alerts that are stored only in the rule: in 8.12, and in later versions so far.
 */
export interface AlertFactory {
  create(id: string): FactoryAlert;
  readonly alertLimit: { getValue(): number; setLimitReached(isReached: boolean): void };
  done(): { getRecoveredAlerts(): readonly FactoryAlert[] };
}

/** The successor of the factory. */
export interface AlertsClient {
  report(alert: {
    readonly id: string;
    readonly actionGroup: string;
    readonly state: Readonly<Record<string, unknown>>;
    readonly context: AlertContext;
  }): unknown;
  getAlertLimitValue(): number;
  setAlertLimitReached(isReached: boolean): void;
  getRecoveredAlerts(): readonly { readonly alert: HeldAlert }[];
  setAlertData(alert: { readonly id: string; readonly context: AlertContext }): void;
}

/** The inputs of a check. Its rights are those of the user who saved the rule. */
export interface RuleServices {
  readonly scopedClusterClient: { readonly asCurrentUser: Client };
  readonly alertFactory?: AlertFactory | null;
  readonly alertsClient?: AlertsClient | null;
}

export interface RuleRun {
  readonly services: RuleServices;
  readonly spaceId: string;
  readonly rule: { readonly createdBy?: string | null; readonly updatedBy?: string | null };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface RuleType {
  readonly id: string;
  readonly name: string;
  readonly actionGroups: readonly Named[];
  readonly defaultActionGroupId: string;
  readonly actionVariables: {
    readonly context: readonly { readonly name: string; readonly description: string }[];
  };
  readonly validate: { readonly params: { validate(params: unknown): object } };
  readonly minimumLicenseRequired: 'basic';
  readonly isExportable: boolean;
  readonly category: string;
  readonly producer: string;
  /** Required by later versions; 8.12 ignores it. */
  readonly solution: 'stack';
  readonly defaultScheduleInterval: string;
  readonly ruleTaskTimeout: string;
  readonly doesSetRecoveryContext: boolean;
  executor(run: RuleRun): Promise<{ readonly state: object }>;
}

export interface AlertingSetup {
  /** @throws if Kibana does not accept the type */
  registerType(type: RuleType): void;
}
