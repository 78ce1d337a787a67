import { z } from 'zod';
import { settingsSchema } from '../../settings';
import { sourceSchema } from '../../sources';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { instant, name, noBody, nothing, sentence } from '../basics/parts';

/** Settings with everything filled in: zone, defaults, and the presets among the sources. */
export const completeSettingsSchema = settingsSchema.extend({
  zone: name,
  sources: z.array(sourceSchema).max(1000),
});

export const storedSettingsSchema = z.strictObject({
  settings: completeSettingsSchema,
  /** What was saved: only what differs from the defaults and presets. */
  saved: z.unknown(),
  /** A digest of the settings that decide verdicts. Findings carry it. */
  settings_hash: z.string().max(64),
  /** To be sent back when saving, so that no other change is lost; null before the first save. */
  version: z.string().max(200).nullable(),
  updated_at: instant.nullable(),
  updated_by: name.nullable(),
  /**
   * What is wrong with the saved settings, one sentence each. If there is anything, the defaults
   * are used.
   */
  faults: z.array(sentence).max(1000),
});

export const getSettings = defineEndpoint({
  id: 'getSettings',
  method: 'get',
  path: `${API_ROOT}/settings`,
  privilege: 'read',
  summary: 'The settings in effect',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: storedSettingsSchema.extend({
    /**
     * Whether the caller may change them. They apply to all spaces, so the right must cover all
     * spaces too.
     */
    may_change: z.boolean(),
  }),
  status: 200,
  errors: [],
});
