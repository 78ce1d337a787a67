import type { History } from 'history';
import type { ComponentType } from 'react';
import type { DiscoverLink } from '../app/basics';

/**
 * The parts of Kibana 8.12 in the browser that are used, member by member, written down from its
 * behavior. Nothing here exists at run time.
 */

/** Emits its value at once, and again at each change. Kibana's are from RxJS. */
export interface Observable<T> {
  subscribe(next: (value: T) => void): { unsubscribe(): void };
}

export interface FetchOptions {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly asResponse: true;
}

export interface HttpStart {
  /** Rejects if the status is an error: with `response` and `body` if something answered. */
  fetch(
    path: string,
    options: FetchOptions,
  ): Promise<{ readonly response?: { readonly status: number }; readonly body?: unknown }>;
}

export interface Breadcrumb {
  readonly text: string;
  readonly href?: string;
  readonly onClick?: (event: { preventDefault(): void }) => void;
}

/** What the help menu offers while the application is open. Kibana removes it by itself. */
export interface HelpExtension {
  readonly appName: string;
  /** Opened in another tab. */
  readonly links: readonly { readonly linkType: 'documentation'; readonly href: string }[];
}

export interface ChromeStart {
  setHelpExtension(extension: HelpExtension): void;
  setBreadcrumbs(breadcrumbs: Breadcrumb[]): void;
  readonly docTitle: { change(parts: string[]): void; reset(): void };
}

export interface ThemeStart {
  readonly theme$: Observable<{ readonly darkMode: boolean }>;
}

/** The user's privileges, by feature. A missing feature grants nothing. */
export type Capabilities = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Shows a message in the corner of the page for a while. */
export interface ToastsStart {
  addSuccess(toast: { readonly title: string; readonly text?: string }): unknown;
}

/** A user's setting in Kibana, or the one for all users. */
export interface UiSettings {
  get(key: string): unknown;
  /** Whether it is the default. */
  isDefault(key: string): boolean;
}

export interface CoreStart {
  readonly notifications: { readonly toasts: ToastsStart };
  readonly application: { readonly capabilities: Capabilities };
  readonly http: HttpStart;
  readonly chrome: ChromeStart;
  readonly theme: ThemeStart;
  readonly uiSettings: UiSettings;
}

/** Opens another application at a place that is given by parameters, not as an address. */
export interface Locator {
  navigate(params: DiscoverLink): Promise<void>;
  /** An address that leads there from anywhere. */
  getRedirectUrl(params: DiscoverLink): string;
}

/** A place in an application. */
export interface LocatorPlace {
  readonly app: string;
  /** Begins with a slash. */
  readonly path: string;
  readonly state: object;
}

/** How other plugins find a place in our application without knowing its addresses. */
export interface LocatorDefinition {
  readonly id: string;
  getLocation(params: Readonly<Record<string, unknown>>): Promise<LocatorPlace>;
}

/** A rule type, as Kibana's page of rules shows it. */
export interface RuleTypeModel {
  readonly id: string;
  readonly description: string;
  readonly iconClass: string;
  readonly documentationUrl: null;
  /** Loaded when a form is opened. */
  readonly ruleParamsExpression: ComponentType;
  readonly validate: (params: object) => { readonly errors: object };
  readonly requiresAppContext: boolean;
  readonly defaultActionMessage: string;
  readonly defaultRecoveryMessage: string;
}

export interface RuleTypes {
  register(model: RuleTypeModel): void;
}

export interface SetupDependencies {
  readonly triggersActionsUi?: { readonly ruleTypeRegistry: RuleTypes };
  readonly share?: {
    readonly url: { readonly locators: { create(definition: LocatorDefinition): unknown } };
  };
}

/** A place in an application that the search bar finds. */
export interface DeepLink {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly keywords: readonly string[];
}

export interface StartDependencies {
  readonly dataViews?: {
    readonly hasData: {
      /** Requests data views other than those that Kibana itself brings. */
      hasUserDataView(): Promise<boolean>;
    };
  };
  readonly share?: {
    readonly url: { readonly locators: { get(id: string): Locator | undefined } };
  };
}

export interface MountParameters {
  readonly element: HTMLElement;
  readonly history: History;
}

export interface CoreSetup {
  readonly application: {
    register(app: {
      readonly id: string;
      readonly title: string;
      readonly category: { readonly id: string; readonly label: string; readonly order: number };
      readonly order: number;
      readonly euiIconType: string;
      readonly keywords: readonly string[];
      readonly deepLinks: readonly DeepLink[];
      readonly mount: (parameters: MountParameters) => Promise<() => void>;
    }): void;
  };
  getStartServices(): Promise<[CoreStart, StartDependencies, unknown]>;
}

declare global {
  interface Window {
    /** Modules that Kibana shares with plugins, by the names of `scripts/build/shared_modules.ts`. */
    readonly __kbnSharedDeps__?: Readonly<Record<string, unknown>>;
  }
}
