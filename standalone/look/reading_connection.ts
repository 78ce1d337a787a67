import { type ConnectionRequestParams, UndiciConnection } from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { answerFromMemory, type MemoryCluster } from '../memory';
import { isReading } from './is_reading';

const OWN = 'logwave-';

/** A request that could write, held back before it was sent: a fault of the program. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack';

  constructor({ method, path }: Pick<ConnectionRequestParams, 'method' | 'path'>) {
    super(`not sent, because looking writes nothing: ${method} ${path}`);
  }
}

function isOwnExpression(expression: string): boolean {
  return expression.split(',').every((part) => part.startsWith(OWN));
}

/** The point in time that a request names, which is an index expression where it is one in memory. */
function pointOf({ path, body }: Pick<ConnectionRequestParams, 'path' | 'body'>): string {
  if (path !== '/_search' && path !== '/_pit') return '';
  if (typeof body !== 'string') return '';
  const parsed = JSON.parse(body) as { readonly id?: unknown; readonly pit?: { id?: unknown } };
  const id = path === '/_pit' ? parsed.id : parsed.pit?.id;
  return typeof id === 'string' ? id : '';
}

/** Whether a request is about Logwave's own indices alone, or their templates. */
export function isOwn(params: Pick<ConnectionRequestParams, 'path' | 'body'>): boolean {
  const parts = params.path.split('/').filter(Boolean).map(decodeURIComponent);
  const [first = '', second = ''] = parts;
  if (!first.startsWith('_')) return isOwnExpression(first);
  if (first === '_index_template' && second !== '') return isOwnExpression(second);
  if (first === '_cluster') return isOwnExpression(parts[2] ?? '');
  if (first === '_resolve') return isOwnExpression(parts[2] ?? '');
  return isOwnExpression(pointOf(params));
}

/**
 * A kind of connection that changes nothing in the cluster: what is about Logwave's own indices ends
 * in memory, what only reads is sent, and all else throws before it is sent.
 *
 * @param Base the connection that sends
 */
export function readingConnection(
  own: MemoryCluster,
  Base: typeof UndiciConnection = UndiciConnection,
): typeof UndiciConnection {
  return connectionThat(Base, async (params, options, send) => {
    if (isOwn(params)) return answerFromMemory(own, params);
    if (!isReading(params.method, params.path)) throw new HeldBack(params);
    return send(params, options);
  });
}
