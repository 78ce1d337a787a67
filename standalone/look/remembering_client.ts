import type {
  Client,
  Transport,
  TransportRequestOptions,
  TransportRequestParams,
  TransportResult,
} from '@elastic/elasticsearch';
import { HeldAnswers } from '../../server/app/basics';
import { sendingThrough } from '../../server/elastic/asking';

/** What indices there are, how they map fields, and who may read them. */
const ABOUT_INDICES = /^\/_resolve\/index\/|\/_field_caps$|^\/_security\/user\/_has_privileges$/;
/** Logwave's own indices change while it looks. */
const OWN = /\/logwave-/;
/** Indices may come and go during a long look. */
const HOLDS_MS = 30_000;

/** Whether some index did not say how it maps its fields: it may when it is asked again. */
function isInPart({ body }: { readonly body: unknown }): boolean {
  const { failed_indices: failed = 0 } = (body ?? {}) as { readonly failed_indices?: number };
  return failed > 0;
}

/**
 * The same client, which asks the same question about the indices of a cluster once: most sources
 * share their indices, and each part of a look begins with what they are. An answer holds for half a
 * minute. Documents are asked for each time.
 */
export function rememberingClient(client: Client): Client {
  const { transport } = client;
  const answers = new HeldAnswers<TransportResult>({ lastsMs: HOLDS_MS, isPassing: isInPart });
  const request = async (
    params: TransportRequestParams,
    options: TransportRequestOptions = {},
  ): Promise<unknown> => {
    const { method, path, querystring, body } = params;
    if (!ABOUT_INDICES.test(path) || OWN.test(path)) return transport.request(params, options);
    const question = JSON.stringify([method, path, querystring, body]);
    const known = answers.get(question);
    const answer = known ?? transport.request(params, { ...options, meta: true });
    if (known === undefined) answers.hold(question, answer);
    const result = await answer;
    return options.meta === true ? result : result.body;
  };
  const remembering: Transport = new Proxy(transport, {
    get: (target, name): unknown => (name === 'request' ? request : Reflect.get(target, name)),
  });
  return sendingThrough(client, remembering);
}
