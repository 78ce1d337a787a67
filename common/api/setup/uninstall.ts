import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { nothing, sentence, whole } from '../basics/parts';

/** Removes what Logwave keeps in its host, before the plugin itself is removed. */
export const uninstall = defineEndpoint({
  id: 'uninstall',
  method: 'post',
  path: `${API_ROOT}/uninstall`,
  privilege: 'manage',
  summary: 'Remove schedule, key, task and settings',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    /** Also remove all tags; needs the privilege to tag as well. */
    remove_tags: z.boolean().default(false),
    /** Also delete the indices `logwave-*`. */
    remove_indices: z.boolean().default(false),
  }),
  answer: z.strictObject({
    /** What was done, one sentence each. */
    done: z.array(sentence).max(100),
    /** What was requested and not done, and why, one sentence each. */
    not_done: z.array(sentence).max(100),
    tags_removed: whole.nullable(),
    indices_removed: z.array(z.string().max(300)).max(1000),
    /** Documents that still have their tag, one sentence for each index and reason. */
    left_out: z.array(sentence).max(10000),
  }),
  status: 200,
  errors: ['forbidden', 'run_active', 'forbidden_in_elasticsearch', 'elasticsearch_refused'],
});
