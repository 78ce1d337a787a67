import type { estypes } from '@elastic/elasticsearch';
import { matchesPattern } from '../../common/sources';
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

type FieldsAsked = estypes.FieldCapsRequest;
type FieldsAnswer = estypes.FieldCapsResponse;

function listed(fields: FieldsAsked['fields']): readonly string[] {
  return [fields ?? []].flat();
}

/** The part of an answer that is about some of the fields: names, or patterns of them. */
function narrowed(answer: FieldsAnswer, asked: readonly string[]): FieldsAnswer {
  const names = new Set(asked);
  const patterns = asked.filter((name) => name.includes('*'));
  const isAsked = (field: string): boolean =>
    names.has(field) || patterns.some((pattern) => matchesPattern(field, pattern));
  const fields = Object.entries(answer.fields).filter(([field]) => isAsked(field));
  return { ...answer, fields: Object.fromEntries(fields) };
}

/** Questions about fields that have been asked, the first one first. */
class AskedFields {
  private readonly asked: FieldsAsked[] = [];

  /** Those whose answers contain the answer to another question. */
  around({ fields, ...rest }: FieldsAsked): FieldsAsked[] {
    if (fields === undefined) return [];
    const about = JSON.stringify(rest);
    return this.asked.filter(({ fields: wider, ...others }) => {
      const isContained = listed(fields).every((name) => listed(wider).includes(name));
      return isContained && JSON.stringify(others) === about;
    });
  }

  add(asked: FieldsAsked): void {
    this.asked.push(asked);
  }
}

/**
 * The same client, which asks the same question about the indices of a cluster once: most sources
 * share their indices, and each part of a look begins with what they are. A question about some of
 * the fields that were asked about is not asked either. An answer holds for half a minute. Documents
 * are asked for each time.
 */
export function rememberingClient(client: Client): Client {
  const answers = new HeldAnswers<unknown>({ lastsMs: HOLDS_MS, isPassing: isInPart });
  const once = <Answer>(question: unknown, ask: () => Promise<Answer>): Promise<Answer> =>
    answers.ask(JSON.stringify(question), ask) as Promise<Answer>;
  const asks = new AskedFields();
  const fieldsOnce = (asked: FieldsAsked, ask: () => Promise<FieldsAnswer>) => {
    for (const wider of asks.around(asked)) {
      const known = answers.get(JSON.stringify(wider)) as Promise<FieldsAnswer> | undefined;
      if (known === undefined) continue;
      const isSame = listed(wider.fields).length === listed(asked.fields).length;
      return isSame ? known : known.then((answer) => narrowed(answer, listed(asked.fields)));
    }
    asks.add(asked);
    return once(asked, ask);
  };
  const remembering: Pick<Client, 'fieldCaps' | 'transport'> = {
    fieldCaps: (asked, options) => {
      const ask = () => client.fieldCaps(asked, options);
      return OWN.test(String(asked.index)) ? ask() : fieldsOnce(asked, ask);
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
