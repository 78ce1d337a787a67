import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, count, day, name, noBody, nothing, sentence, sourceId } from '../basics/parts';

/** A preset, and whether the documents of a day have the fields that it counts by. */
export const presetEvidenceSchema = z.strictObject({
  id: sourceId,
  name,
  /** The index expression that was searched: that of the settings. */
  index: name,
  /** Whether the settings switch it on. */
  enabled: z.boolean(),
  /** Documents of the day with a value in all of its fields; 0 if it does not fit. */
  documents: count,
  /** Why it fits or does not, in a phrase. */
  words: sentence,
});
export type PresetEvidence = z.infer<typeof presetEvidenceSchema>;

/** Which presets fit the logs of a day: those whose fields have values. */
export const findPresets = defineEndpoint({
  id: 'findPresets',
  method: 'get',
  path: `${API_ROOT}/sources/presets`,
  privilege: 'read',
  summary: 'The presets, and which of them fit the documents of a day',
  params: nothing,
  /** Yesterday if no day is given. */
  query: z.strictObject({ day: askedDay.optional() }),
  body: noBody,
  answer: z.strictObject({ day, presets: z.array(presetEvidenceSchema).max(200) }),
  status: 200,
  errors: ['forbidden_in_elasticsearch'],
});
