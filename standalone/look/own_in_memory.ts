import type { Asked, Client } from '../../server/elastic/client';

const OWN = 'logwave-';

/** What calls name the indices or templates by that they are about. */
interface About {
  readonly index?: string | readonly string[];
  readonly name?: string | readonly string[];
  /** In memory, the id of a point in time is an index expression. */
  readonly pit?: { readonly id?: string };
  readonly id?: string;
}

function isOwnExpression(expression: string | readonly string[]): boolean {
  const parts = [expression].flat().flatMap((part) => part.split(','));
  return parts.every((part) => part.startsWith(OWN));
}

function isOwnCall({ index, name, pit, id }: About = {}): boolean {
  return isOwnExpression(index ?? name ?? pit?.id ?? id ?? '');
}

function isOwnRequest({ path }: Asked): boolean {
  const [first = '', , third = ''] = path.split('/').filter(Boolean).map(decodeURIComponent);
  return isOwnExpression(first === '_resolve' ? third : first);
}

type Called = (asked: never, options?: unknown) => unknown;

/** The same calls, each of them made on one of the two clients, or groups of them. */
function divided<Calls extends object>(
  own: Calls,
  others: Calls,
  isOwn: (asked: never) => boolean,
): Calls {
  return new Proxy(others, {
    get: (_target, name): unknown => {
      const [mine, theirs]: [unknown, unknown] = [
        Reflect.get(own, name),
        Reflect.get(others, name),
      ];
      if (typeof mine === 'function' && typeof theirs === 'function') {
        const [ofOwn, ofOthers] = [mine.bind(own) as Called, theirs.bind(others) as Called];
        return (asked: never, options: unknown) =>
          isOwn(asked) ? ofOwn(asked, options) : ofOthers(asked, options);
      }
      if (typeof mine !== 'object' || mine === null) return theirs;
      return divided(mine, theirs as object, name === 'transport' ? isOwnRequest : isOwn);
    },
  });
}

/**
 * A client that asks one client about Logwave's own indices and their templates, and another about
 * everything else.
 *
 * @param own the client of a cluster in memory
 */
export function ownInMemory(own: Client, others: Client): Client {
  return divided(own, others, isOwnCall);
}
