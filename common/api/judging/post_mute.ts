import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { askedDay, instant, name, nothing, sourceId, subtype } from '../basics/parts';
import { LONGEST_REASON } from './mute_schema';

/** Mutes findings and silences. They are still stored and listed in gray, and are never tagged. */
export const postMute = defineEndpoint({
  id: 'postMute',
  method: 'post',
  path: `${API_ROOT}/mutes`,
  privilege: 'judge',
  summary: 'Mute a series, a source, a host or all until a day, or undo that',
  params: nothing,
  query: nothing,
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('mute'),
      /** Null for all sources. */
      source: sourceId.nullable(),
      host: subtype.nullish(),
      subtype: subtype.nullish(),
      reason: z.string().trim().min(1).max(LONGEST_REASON),
      /** Who is responsible for it; the caller if absent. */
      owner: name.nullish(),
      /** The first muted day; the day before today if absent. */
      from: askedDay.nullish(),
      /** The first day that is no longer muted. */
      until: askedDay,
    }),
    z.strictObject({
      kind: z.literal('back'),
      source: sourceId.nullable(),
      host: subtype.nullish(),
      subtype: subtype.nullish(),
    }),
  ]),
  answer: z.strictObject({ at: instant, until: instant.nullable() }),
  status: 200,
  errors: ['source_not_found', 'judgment_invalid', 'forbidden_in_elasticsearch'],
});
