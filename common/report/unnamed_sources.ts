import type { Source } from '../sources';

/** Words in the names of fields whose values are hosts, addresses or people, also as "srcip". */
const PERSONAL =
  /^(?:src|dst|source|dest|destination|client|remote|server|target|subject|peer)?(?:host|hostname|agent|computer|machine|workstation|node|pod|user|username|account|login|email|ip|address|addr|client|mac|owner)$/i;

/** The words of "winlog.event_data.TargetUserName": also those of names without separators. */
function wordsOf(field: string): string[] {
  return field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').split(/[._-]/);
}

/**
 * Ids of the sources whose subtypes name hosts or people. A report without names leaves them out.
 */
export function unnamedSources(
  sources: readonly Pick<Source, 'id' | 'subtype_fields'>[],
): ReadonlySet<string> {
  const isPersonal = (field: string): boolean => wordsOf(field).some((word) => PERSONAL.test(word));
  return new Set(
    sources.filter(({ subtype_fields: fields }) => fields.some(isPersonal)).map(({ id }) => id),
  );
}
