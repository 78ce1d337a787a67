import { innerSource, type Source } from '../../../common/sources';

/** Fields in which shippers and pipelines write the host, the most common ones first. */
export const HOST_FIELDS = [
  'host',
  'host.name',
  'agent.name',
  'wazuh.agent.name',
  'host.hostname',
] as const;

function isCountedBy(field: string, { subtype_fields: [first, ...others] }: Source): boolean {
  return first === field && others.length === 0;
}

/**
 * Sources of the same documents, counted by host: the one of them that is counted by it anyway, or
 * else a further one.
 */
export function hostSource(sources: readonly [Source, ...Source[]], field: string): Source {
  const [first] = sources;
  const own = sources.find((source) => isCountedBy(field, source));
  return own ?? innerSource(first, 'hosts', [field]);
}

/** The field that most documents have; of two with the same number, the more common one. */
export function filledField(documents: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const field of HOST_FIELDS) {
    const count = documents.get(field) ?? 0;
    if (count > (best === undefined ? 0 : (documents.get(best) ?? 0))) best = field;
  }
  return best;
}

/** Sources of the same documents have the same hosts, so they are watched once. */
export function documentKey({ index, filter, time_field: time }: Source): string {
  return JSON.stringify([index, filter, time]);
}
