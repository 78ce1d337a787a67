import type { Client } from '@elastic/elasticsearch';

/** What templates of actions can name: `{{context.sentence}}`. */
export type AlertContext = Readonly<Record<string, string>>;

/** An alert as rules hold it; its state is kept until it has recovered. */
export interface HeldAlert {
  getId(): string;
  getState(): Readonly<Record<string, unknown>>;
}

interface FactoryAlert extends HeldAlert {
  replaceState(state: Readonly<Record<string, unknown>>): FactoryAlert;
  scheduleActions(group: string, context: AlertContext): unknown;
  setContext(context: AlertContext): unknown;
}

/** How rules report alerts that are kept nowhere but in the rule: 8.12, and later ones so far. */
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

/** What a check works with: the rights are those of the user who saved the rule. */
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
  /** Asked for by later versions; 8.12 does not look at it. */
  readonly solution: 'stack';
  readonly defaultScheduleInterval: string;
  readonly ruleTaskTimeout: string;
  readonly doesSetRecoveryContext: boolean;
  executor(run: RuleRun): Promise<{ readonly state: object }>;
}

export interface AlertingSetup {
  /** @throws where it does not take the type */
  registerType(type: RuleType): void;
}
