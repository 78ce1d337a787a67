import { schema, type Duration } from '@kbn/config-schema';
import { lastRunIn, taskState } from './schedule/task_state';

const MIN_DAYS = 1;
const MAX_DAYS = 365;

/** Says what is wrong with a lifespan; undefined if nothing is. */
export function lifespanFault(lifespan: Duration): string | undefined {
  const days = lifespan.asDays();
  if (days >= MIN_DAYS && days <= MAX_DAYS) return undefined;
  return `must be from ${MIN_DAYS}d to ${MAX_DAYS}d`;
}

/**
 * What can be set in kibana.yml. `logwave.enabled: false` switches the plugin off.
 * `logwave.schedule.keyLifespan` is how long the key of the schedule works unless it is renewed. It
 * is here and not among the settings of the page, so that no user extends a key without access to
 * the configuration of Kibana. `logwave.notify` holds the channels of messages, by name. The plugin
 * validates them itself, so that a wrong address disables one channel, and not Kibana.
 */
export const configSchema = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
  schedule: schema.object({
    keyLifespan: schema.duration({
      defaultValue: '30d',
      validate: lifespanFault,
    }),
  }),
  notify: schema.any({ defaultValue: {} }),
});

/** The values that `configSchema` accepts. */
export interface PluginConfig {
  readonly schedule: { readonly keyLifespan: Duration };
  readonly notify?: unknown;
}

/** The state that the task keeps, by the version of its form. Task manager checks it. */
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

/** The task that sends messages keeps no state: sent messages are in the ledger. */
export const messagesStateSchemas = { 1: { schema: schema.object({}), up: () => ({}) } };
