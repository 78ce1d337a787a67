import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { dayParams, noBody, nothing, sentence, whole } from '../basics/parts';

/** Removes exactly the tags that Logwave put on the documents of a day. */
export const untagDay = defineEndpoint({
  id: 'untagDay',
  method: 'post',
  path: `${API_ROOT}/days/{day}/untag`,
  privilege: 'tag',
  summary: 'Remove the tags of a day',
  params: dayParams,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    removed: whole,
    not_there: whole,
    gone: whole,
    /** What was refused, one sentence each. */
    left_out: z.array(sentence).max(10000),
  }),
  status: 200,
  errors: ['run_active', 'forbidden_in_elasticsearch'],
});
