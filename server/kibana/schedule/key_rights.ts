import { OWN_INDICES } from '../../app/basics';
import type { Settings } from '../../../common/settings';
import { namedPatterns } from '../../elastic/asking';
import type { RoleDescriptor } from '../contracts';

export const OWN_PRIVILEGES = ['read', 'write', 'create_index'] as const;
/** Useful if the user has it: to see whether our indices are as they must be. */
const LOOKED_AT_BY = 'view_index_metadata';

/** The rights of the schedule's key. It has no more than this. */
export interface KeyRights {
  /** The index patterns of the enabled sources, each once, in order. */
  readonly patterns: readonly string[];
  /** Whether documents may be changed, so that they can be tagged. */
  readonly tag: boolean;
}

/** Privileges on the sources' indices. */
export function sourcePrivileges(tag: boolean): readonly string[] {
  return tag ? ['read', 'view_index_metadata', 'write'] : ['read', 'view_index_metadata'];
}

/** What the schedule needs for these settings. */
export function neededRights({ sources }: Settings, tag: boolean): KeyRights {
  const patterns = sources
    .filter(({ enabled }) => enabled)
    .flatMap(({ index }) => namedPatterns(index));
  return { patterns: [...new Set(patterns)].sort(), tag };
}

/** Whether a key for the one is enough for the other, and has nothing beyond it. */
export function areSameRights(one: KeyRights, other: KeyRights): boolean {
  const isSame = one.patterns.length === other.patterns.length && one.tag === other.tag;
  return isSame && one.patterns.every((pattern, at) => pattern === other.patterns[at]);
}

/** The rights in the form in which a key is requested. Those of the user limit them further. */
export function roleDescriptors({ patterns, tag }: KeyRights): Record<string, RoleDescriptor> {
  const own = { names: [OWN_INDICES], privileges: [...OWN_PRIVILEGES, LOOKED_AT_BY] };
  const logs = { names: patterns, privileges: sourcePrivileges(tag) };
  // Elasticsearch refuses a rule without a name.
  return { logwave: { cluster: [], indices: patterns.length === 0 ? [own] : [logs, own] } };
}
