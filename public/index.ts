import { LogwavePlugin } from './kibana';

/** Kibana calls this once for each load of its pages. */
export function plugin(): LogwavePlugin {
  return new LogwavePlugin();
}
