import type { PluginInitializerContext } from './kibana/contracts';
import { configSchema } from './kibana';

export const config = { schema: configSchema };

/** Kibana calls this once. The plugin's code is only loaded if it is enabled. */
export async function plugin(context: PluginInitializerContext) {
  const { LogwavePlugin } = await import('./plugin');
  return new LogwavePlugin(context);
}
