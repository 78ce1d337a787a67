import type { estypes } from '@elastic/elasticsearch';
import { fixedFields, type Source } from '../../../common/sources';

/** More fields are not searched, since each has a cost. */
const MOST_FIELDS = 20;
const TYPES = new Set(['keyword', 'constant_keyword', 'wildcard', 'ip']);
/** Kinds of fields in order of preference, for fields with the same values. */
const KINDS: readonly ReadonlySet<string>[] = [
  new Set(['user', 'users', 'username', 'account', 'login', 'srcuser', 'dstuser', 'principal']),
  new Set(
    'ip addr address srcip dstip src_ip dst_ip dest_ip src dst source client remote peer'.split(
      ' ',
    ),
  ),
  new Set('program process service daemon app application command unit executable'.split(' ')),
  new Set(['host', 'hostname', 'server', 'node', 'machine', 'computer', 'agent', 'location']),
];
/** Fields that only repeat another field, or differ in each event. */
const NOT_A_NAME = new Set(
  'id ids os hash version architecture geo mac type build port pid entity_id user_agent tags'.split(
    ' ',
  ),
);
const ADDRESS = 1;
const TWIN = '.keyword';

function baseOf(name: string): string {
  return name.endsWith(TWIN) ? name.slice(0, -TWIN.length) : name;
}

/** Which kind of name a field holds, by its own name and type; undefined if it holds none. */
function kindOf(name: string, isAddress: boolean): number | undefined {
  const parts = baseOf(name).toLowerCase().split('.');
  const words = parts.flatMap((part) => [part, ...part.split(/[_\-@]+/)]);
  if (words.some((word) => NOT_A_NAME.has(word))) return undefined;
  if (isAddress) return ADDRESS;
  // The end of a name says most: `source.user.name` is a user.
  for (const word of [...words].reverse()) {
    const kind = KINDS.findIndex((names) => names.has(word));
    if (kind >= 0) return kind;
  }
  return undefined;
}

/**
 * The fields of a source that say who or what: users, addresses, programs and hosts, at most 20.
 * The subtype fields are left out, since they are the same in all events of a series.
 *
 * @param capabilities of all fields in the source's indices
 */
export function chooseFields(
  { subtype_fields: subtypes, filter, time_field: time }: Source,
  capabilities: estypes.FieldCapsResponse['fields'],
): string[] {
  const told = new Set([time, ...subtypes, ...fixedFields(filter)].map(baseOf));
  const chosen = Object.entries(capabilities).flatMap(([name, types]) => {
    const used = Object.entries(types).filter(([type]) => type !== 'unmapped');
    const isUsable = used.every(([type, use]) => TYPES.has(type) && use.aggregatable);
    if (!isUsable || used.length === 0 || name.startsWith('_') || told.has(baseOf(name))) return [];
    const kind = kindOf(
      name,
      used.every(([type]) => type === 'ip'),
    );
    return kind === undefined ? [] : [{ name, kind }];
  });
  const byKind = chosen.sort(
    (a, b) => a.kind - b.kind || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
  );
  const bases = new Set<string>();
  return byKind
    .map(({ name }) => name)
    .filter((name) => !bases.has(baseOf(name)) && bases.add(baseOf(name)))
    .slice(0, MOST_FIELDS);
}
