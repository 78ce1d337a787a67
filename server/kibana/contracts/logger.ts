export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface PluginInitializerContext {
  readonly logger: { get(...names: string[]): Logger };
  /** What kibana.yml says, checked by the plugin's own schema. */
  readonly config: { get<Config>(): Config };
  readonly env: { readonly packageInfo: { readonly version: string } };
}
