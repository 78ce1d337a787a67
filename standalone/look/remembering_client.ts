import { HeldAnswers } from '../../server/app/basics';
import type { Asked, Client, Options } from '../../server/elastic/client';

/** Which indices there are, and who may read them. */
const ABOUT_INDICES = /^\/_resolve\/index\/|^\/_security\/user\/_has_privileges$/;
/** Logwave's own indices change while it looks. */
const OWN = /\blogwave-/;
/** Indices may come and go during a long look. */
const HOLDS_MS = 30_000;

/** Whether some index did not say how it maps its fields: it may when it is asked again. */
function isInPart(answer: unknown): boolean {
  const { failed_indices: failed = 0 } = (answer ?? {}) as { readonly failed_indices?: number };
  return failed > 0;
}

/**
 * The same client, which asks the same question about the indices of a cluster once: most sources
 * share their indices, and each part of a look begins with what they are. An answer holds for half a
 * minute. Documents are asked for each time.
 */
export function rememberingClient(client: Client): Client {
  const answers = new HeldAnswers<unknown>({ lastsMs: HOLDS_MS, isPassing: isInPart });
  const once = <Answer>(question: unknown, ask: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify(question);
    const known = answers.get(key) as Promise<Answer> | undefined;
    if (known !== undefined) return known;
    const answer = ask();
    answers.hold(key, answer);
    return answer;
  };
  const remembering: Pick<Client, 'fieldCaps' | 'transport'> = {
    fieldCaps: (asked, options) => {
      const ask = () => client.fieldCaps(asked, options);
      return OWN.test(String(asked.index)) ? ask() : once(['fields', asked], ask);
    },
    transport: {
      request: (asked: Asked, options?: Options) => {
        const ask = () => client.transport.request(asked, options);
        const isHeld = ABOUT_INDICES.test(asked.path) && !OWN.test(asked.path);
        return isHeld ? once(asked, ask) : ask();
      },
    },
  };
  return new Proxy(client, {
    get: (target, name): unknown =>
      Reflect.get(Object.hasOwn(remembering, name) ? remembering : target, name),
  });
}
