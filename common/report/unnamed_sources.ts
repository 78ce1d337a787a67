import type { Source } from '../sources';

/** Words in the names of fields whose values are hosts, addresses or people. */
const PERSONAL =
  /(?:^|[._-])(?:host|hostname|agent|computer|machine|node|pod|user|username|account|login|email|ip|address|addr|client|mac|owner)(?:[._-]|$)/i;

/**
 * Ids of the sources whose subtypes name hosts or people. A report without names leaves them out.
 */
export function unnamedSources(
  sources: readonly Pick<Source, 'id' | 'subtype_fields'>[],
): ReadonlySet<string> {
  const isPersonal = (field: string): boolean => PERSONAL.test(field);
  return new Set(
    sources.filter(({ subtype_fields: fields }) => fields.some(isPersonal)).map(({ id }) => id),
  );
}
