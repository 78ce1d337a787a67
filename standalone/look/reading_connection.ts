import { type ConnectionRequestParams, UndiciConnection } from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { answerFromMemory, type MemoryCluster } from '../memory';
import { isReading } from './is_reading';

const OWN = 'logwave-';

/** A request that could write, stopped before it was sent: a fault of the program. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack';

  constructor({ method, path }: Pick<ConnectionRequestParams, 'method' | 'path'>) {
    super(`not sent, because looking writes nothing: ${method} ${path}`);
  }
}

function isOwnExpression(expression: string): boolean {
  return expression.split(',').every((part) => part.startsWith(OWN));
}

/** The point in time of a request. In memory, its id is an index expression. */
function pointOf({ path, body }: Pick<ConnectionRequestParams, 'path' | 'body'>): string {
  if (path !== '/_search' && path !== '/_pit') return '';
  if (typeof body !== 'string') return '';
  const parsed = JSON.parse(body) as { readonly id?: unknown; readonly pit?: { id?: unknown } };
  const id = path === '/_pit' ? parsed.id : parsed.pit?.id;
  return typeof id === 'string' ? id : '';
}

/** Whether a request is only about Logwave's own indices, or their templates. */
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
 * A kind of connection that changes nothing in the cluster: requests for Logwave's own indices end
 * in memory, reading requests are sent, and any other throws before it is sent.
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
