import { schema } from '@kbn/config-schema';
import { lastRunIn, taskState } from './task_state';

/** `logwave.enabled: false` in kibana.yml switches the plugin off. */
export const configSchema = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
});

/** The state that the task keeps, by the version of its form; task manager checks it. */
export const taskStateSchemas = {
  1: {
    schema: schema.object({
      last_run: schema.nullable(
        schema.object({ at: schema.string(), outcome: schema.string(), words: schema.string() }),
      ),
    }),
    up: (state: Readonly<Record<string, unknown>>) => ({ ...taskState(lastRunIn(state)) }),
  },
};
