import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { LONGEST_REASON } from '../judging/mute_schema';
import { askedDay, instant, nothing, sourceId, subtype } from '../basics/parts';

/** Adds a mark to a source, a host or a series. Marks are never changed: "back" takes them back. */
export const markSilence = defineEndpoint({
  id: 'markSilence',
  method: 'post',
  path: `${API_ROOT}/silence/marks`,
  privilege: 'run',
  summary: 'Mark a source, a host or a series as gone or muted, or undo that',
  params: nothing,
  query: nothing,
  body: z
    .strictObject({
      kind: z.enum(['gone', 'mute', 'back']),
      /** Any source if absent. Then it is about a host. */
      source: sourceId.nullish(),
      host: subtype.nullish(),
      subtype: subtype.nullish(),
      /** The first day on which a muted stream is reported again; no end if absent. */
      until: askedDay.nullish(),
      reason: z.string().max(LONGEST_REASON).nullish(),
    })
    .refine(({ source, host }) => (source ?? host) != null, {
      message: 'is needed if no host is given',
      path: ['source'],
    }),
  answer: z.strictObject({ at: instant, until: instant.nullable() }),
  status: 200,
  errors: ['forbidden_in_elasticsearch'],
});
