export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface PluginInitializerContext {
  readonly logger: { get(...names: string[]): Logger };
  readonly env: { readonly packageInfo: { readonly version: string } };
}
