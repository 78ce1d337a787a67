import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { count, instant, name, noBody, nothing, sentence, sourceId } from '../basics/parts';

const rights = z.strictObject({
  pattern: z.string().max(1000),
  read: z.boolean(),
  write: z.boolean(),
  create_index: z.boolean(),
  view_index_metadata: z.boolean(),
});

/** The caller, the caller's rights, and the versions that run here. */
export const getDiagnostics = defineEndpoint({
  id: 'getDiagnostics',
  method: 'get',
  path: `${API_ROOT}/diagnostics`,
  privilege: 'read',
  summary: 'Who asks, what is allowed, sizes of indices, versions and the last task run',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    user: name.nullable(),
    /** Off: every visitor has every right. */
    security: z.boolean(),
    privileges: z.strictObject({
      read: z.boolean(),
      judge: z.boolean(),
      run: z.boolean(),
      tag: z.boolean(),
      manage: z.boolean(),
    }),
    own_indices: rights,
    sources: z
      .array(
        z.strictObject({
          source: sourceId,
          indices: z.array(rights).max(200),
          /** What is missing, a phrase each. */
          missing: z.array(sentence).max(200),
        }),
      )
      .max(1000),
    /** What each index of Logwave holds; null if the caller may not know. */
    kept: z
      .array(z.strictObject({ index: name, documents: count.nullable(), bytes: count.nullable() }))
      .max(20),
    versions: z.strictObject({
      logwave: z.string().max(40),
      host: z.string().max(100),
      /**
       * Whether Logwave was tested in this version of the host, is compatible by documented facts,
       * or neither.
       */
      host_tested: z.enum(['run', 'facts', 'unknown']),
      elasticsearch: z.string().max(40).nullable(),
      node: z.string().max(40),
    }),
    host: z.enum(['kibana', 'standalone']),
    last_task_run: z.strictObject({ at: instant, words: sentence }).nullable(),
    /** What an administrator should know, one sentence each. */
    notes: z.array(sentence).max(100),
  }),
  status: 200,
  errors: [],
});
