import type { estypes } from '@elastic/elasticsearch';

/** What a source needs a field for. */
export type FieldRole = 'time' | 'presence' | 'filter' | 'subtype' | 'host';

/** Whether documents are counted by the values of the field. */
export function isCounted(role: FieldRole): boolean {
  return role === 'subtype' || role === 'host';
}

/** How one index serves a field. */
export type FieldUse =
  | { readonly state: 'unmapped' }
  /** `name`: the field to use; `kind`: fields of one kind can be counted in one search. */
  | { readonly state: 'usable'; readonly name: string; readonly kind: string }
  | Unusable;

/** `problem`: why not, as in "is mapped as text". */
export interface Unusable {
  readonly state: 'unusable';
  readonly why:
    'text' | 'object' | 'nested' | 'flattened' | 'no index' | 'no doc values' | 'other type';
  readonly problem: string;
}

/** The field capabilities of a field in one index. */
export interface Capability {
  readonly type: string;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
}

const WHOLE_NUMBERS = new Set(['long', 'integer', 'short', 'byte']);
const FRACTIONS = new Set(['double', 'float', 'half_float', 'scaled_float']);
const DATES = new Set(['date', 'date_nanos']);

/** The sub-field that strings are mapped as in addition to text. */
export function twinOf(field: string): string {
  return `${field}.keyword`;
}

function kindOf(type: string): string {
  if (WHOLE_NUMBERS.has(type)) return 'whole number';
  return FRACTIONS.has(type) ? 'fraction' : type;
}

/** By the lists that an answer has: thousands of indices are each looked for in several of them. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function isAmong(names: estypes.Indices, index: string): boolean {
  if (typeof names === 'string') return names === index;
  const known = sets.get(names) ?? new Set(names);
  sets.set(names, known);
  return known.has(index);
}

/** There is a list of exceptions if the indices of a type differ. `false` applies to all others. */
function isTrueIn(
  index: string,
  all: boolean,
  exceptions: estypes.Indices | null | undefined,
): boolean {
  return all || (exceptions !== null && exceptions !== undefined && !isAmong(exceptions, index));
}

/**
 * The field's capability in one index, undefined if it is not mapped.
 *
 * @param types the answer of field capabilities for the field, by type
 */
export function capabilityIn(
  index: string,
  types: Record<string, estypes.FieldCapsFieldCapability> | undefined,
): Capability | undefined {
  for (const [type, capability] of Object.entries(types ?? {})) {
    const {
      indices,
      non_aggregatable_indices: without,
      non_searchable_indices: hidden,
    } = capability;
    if (indices !== undefined && !isAmong(indices, index)) continue;
    if (type === 'unmapped') return undefined;
    return {
      type,
      searchable: isTrueIn(index, capability.searchable, hidden),
      aggregatable: isTrueIn(index, capability.aggregatable, without),
    };
  }
  return undefined;
}

const OBJECT: Unusable = { state: 'unusable', why: 'object', problem: 'is an object, not a value' };

/** A field inside a nested one. Queries and counts of whole documents do not see it. */
export function withinNested(parent: string): Unusable {
  const problem = `is inside the nested field "${parent}"`;
  return { state: 'unusable', why: 'nested', problem };
}

function not(why: Unusable['why'], problem: string): Unusable {
  return { state: 'unusable', why, problem };
}

function mappedAs(type: string): string {
  return `is mapped as ${type}`;
}

function problemOf(
  { type, searchable, aggregatable }: Capability,
  role: FieldRole,
): Unusable | null {
  if (role === 'presence' && (type === 'object' || type === 'text')) return null;
  if (type === 'object') return OBJECT;
  if (type === 'nested') return not('nested', 'is a nested field, not a value');
  if (type === 'text') return not('text', mappedAs(type));
  if (type === 'flattened' && isCounted(role)) {
    return not('flattened', 'is flattened, so it mixes the values of all its keys');
  }
  if (role === 'time' && !DATES.has(type))
    return not('other type', `${mappedAs(type)}, not as a date`);
  if (!isCounted(role) && !searchable) return not('no index', `${mappedAs(type)} without an index`);
  if (role !== 'filter' && role !== 'presence' && !aggregatable) {
    return not('no doc values', `${mappedAs(type)} without doc values`);
  }
  return null;
}

/**
 * Whether, and under which name, an index can use a field in a role. Text is used through its twin.
 */
export function fieldUse(
  field: string,
  role: FieldRole,
  own: Capability | undefined,
  twin: Capability | undefined,
): FieldUse {
  if (own === undefined) return { state: 'unmapped' };
  // Where the host is in a field below, as in `host.name`, the field above it names no host.
  if (role === 'host' && own.type === 'object') return { state: 'unmapped' };
  const problem = problemOf(own, role);
  if (problem === null) return { state: 'usable', name: field, kind: kindOf(own.type) };
  if (own.type !== 'text' || twin === undefined || problemOf(twin, role) !== null) return problem;
  return { state: 'usable', name: twinOf(field), kind: kindOf(twin.type) };
}
