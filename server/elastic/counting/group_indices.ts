import { appendAll } from '../../../common/lists';
import { isInner, namedFields, settingsId, type Source } from '../../../common/sources';
import type { Answer, IndexGroup } from '../../app/counting';
import { hintFor, isFlattenedKey, nestedParent, parentsOf, type FieldFault } from './field_fault';
import {
  capabilityIn,
  fieldUse,
  isCounted,
  twinOf,
  withinNested,
  type FieldRole,
  type FieldUse,
} from './field_use';
import { indexExpressions, isNamedBy } from '../asking';
import type { FieldCapabilities } from '../indices';

interface NeededField {
  readonly field: string;
  readonly role: FieldRole;
}

/** By field: the field to use, and its kind if that matters. */
type Uses = Map<string, { readonly name: string; readonly kind: string }>;

/** A filter compares values of any kind. Counting needs the same kind. */
const ANY_KIND = '';
/** A key of a flattened field has no capabilities of its own. */
const FLATTENED_KEY = 'flattened key';
const SHOWN_INDICES = 3;

/** The fields of the source, those to count by last. */
function neededFields(source: Source): NeededField[] {
  const role = isInner(source) ? 'host' : 'subtype';
  return [
    { field: source.time_field, role: 'time' },
    ...namedFields(source.filter).map(({ field, isPresence }) => ({
      field,
      role: isPresence ? ('presence' as const) : ('filter' as const),
    })),
    ...source.subtype_fields.map((field) => ({ field, role }) as const),
  ];
}

/**
 * The fields whose capabilities decide: those of the source, their twins, and those above them; and
 * those that may be suggested instead.
 */
export function fieldsToAsk(source: Source): string[] {
  const asked = neededFields(source).flatMap(({ field, role }) => [
    field,
    twinOf(field),
    ...parentsOf(field),
    ...(role === 'subtype' ? [`${field}.*`] : []),
  ]);
  return [...new Set(asked)];
}

type Fields = FieldCapabilities['fields'];

/** Indices that certainly map the fields alike, apart from others. */
type IndicesAlike = readonly [string, ...string[]];

/** All of them are alike if the answer names no index with any field. */
function indicesAlike({ indices, fields }: FieldCapabilities): IndicesAlike[] {
  const [first, ...others] = [indices].flat();
  if (first === undefined) return [];
  const isAlike = Object.values(fields).every((types) =>
    Object.values(types).every(
      ({ indices: some, non_aggregatable_indices: without, non_searchable_indices: hidden }) =>
        (some ?? without ?? hidden ?? null) === null,
    ),
  );
  return isAlike ? [[first, ...others]] : [first, ...others].map((name) => [name]);
}

/** Whether, and by which name, an index can use a field of the source. */
function useIn(
  index: string,
  { field, role }: NeededField,
  fields: Fields,
  atRoot: ReadonlySet<string>,
): FieldUse {
  const own = capabilityIn(index, fields[field]);
  const parent = nestedParent(index, field, fields);
  if (parent !== undefined && !atRoot.has(field)) return withinNested(parent);
  if (own === undefined && isFlattenedKey(index, field, fields)) {
    return { state: 'usable', name: field, kind: FLATTENED_KEY };
  }
  return fieldUse(field, role, own, capabilityIn(index, fields[twinOf(field)]));
}

/** The fields of the source that are within a nested field in some index, with those indices. */
export function nestedFields(
  source: Source,
  capabilities: FieldCapabilities,
): ReadonlyMap<string, readonly string[]> {
  const { fields } = capabilities;
  const all = indicesAlike(capabilities);
  const within = neededFields(source).map(({ field }): [string, string[]] => [
    field,
    all.filter(([index]) => nestedParent(index, field, fields) !== undefined).flat(),
  ]);
  return new Map(within.filter(([, indices]) => indices.length > 0));
}

/** How one index can use the fields of the source. A field that it does not map is left out. */
function usesIn(
  index: string,
  { id, needed: all }: { readonly id: string; readonly needed: readonly NeededField[] },
  fields: Fields,
  atRoot: ReadonlySet<string>,
): Uses | FieldFault {
  const uses: Uses = new Map();
  for (const needed of all) {
    const { field, role } = needed;
    const use = useIn(index, needed, fields, atRoot);
    if (use.state === 'unusable') {
      const problem = `the field "${field}" of the source "${id}" ${use.problem}`;
      return { role, problem, hint: hintFor(index, field, role, use.why, fields) };
    }
    if (use.state === 'unmapped') continue;
    uses.set(field, { name: use.name, kind: isCounted(role) ? use.kind : ANY_KIND });
  }
  return uses;
}

interface Alike {
  readonly indices: string[];
  readonly uses: Uses;
}

/** Adds indices to a group that maps no field differently. A missing field does not matter. */
function joinAlike(groups: Alike[], indices: IndicesAlike, uses: Uses): void {
  const group = groups.find((other) =>
    [...uses].every(([field, { name, kind }]) => {
      const use = other.uses.get(field);
      return use === undefined || (use.name === name && use.kind === kind);
    }),
  );
  if (group === undefined) {
    groups.push({ indices: [...indices], uses });
    return;
  }
  appendAll(group.indices, indices);
  for (const [field, use] of uses) group.uses.set(field, use);
}

interface Faulty extends FieldFault {
  readonly indices: string[];
}

function joinFaulty(faulty: Faulty[], indices: IndicesAlike, fault: FieldFault): void {
  const known = faulty.find(({ problem }) => problem === fault.problem);
  if (known === undefined) faulty.push({ ...fault, indices: [...indices] });
  else appendAll(known.indices, indices);
}

function faultInWords({ problem, hint, indices }: Faulty): string {
  const shown = indices.slice(0, SHOWN_INDICES).join(', ');
  const more = indices.length - SHOWN_INDICES;
  return `${problem} in ${more > 0 ? `${shown} and ${more} more` : shown}: ${hint}`;
}

/** Why the indices cannot be split into groups; undefined if they can. */
function obstacle(
  source: Source,
  indices: readonly string[],
  groups: readonly Alike[],
  faulty: readonly Faulty[],
): string | undefined {
  const timeless = faulty.find(({ role }) => role === 'time');
  if (timeless !== undefined) return faultInWords(timeless);
  if (faulty.length === 0 && !groups.some(({ uses }) => uses.has(source.time_field))) {
    return `the time field "${source.time_field}" of the source "${settingsId(source)}" is in no index of "${source.index}": map it as a date, or name another time_field`;
  }
  if (groups.length + faulty.length === 1) return undefined;
  const foreign = indices.find((index) => !isNamedBy(source.index, index));
  if (foreign === undefined) return undefined;
  return `the indices of the source "${settingsId(source)}" map its fields differently, and "${source.index}" reaches ${foreign} by an alias: name the indices themselves`;
}

function groupsOf(
  { subtype_fields: [subtype = ''] }: Source,
  { indices, uses }: Alike,
  expressions = indexExpressions(indices),
): IndexGroup[] {
  const fields = new Map([...uses].map(([field, { name }]) => [field, name]));
  const subtypeKind = uses.get(subtype)?.kind ?? null;
  return expressions.map((index) => ({
    index,
    fields,
    subtype_kind: subtypeKind,
    unusable: null,
  }));
}

function faultyGroupsOf(faulty: Faulty): IndexGroup[] {
  const unusable = faultInWords(faulty);
  return indexExpressions(faulty.indices).map((index) => ({
    index,
    fields: new Map(),
    subtype_kind: null,
    unusable,
  }));
}

/**
 * Sorts the indices of a source into groups that can each be counted in one search: those that map
 * its fields the same way. An index without a field joins any group, since its documents just lack
 * the value. Indices that map a field in a way that cannot be counted are groups of their own, with
 * a sentence that says what to do.
 *
 * A single group is searched by the source's own index expression, as filtered aliases need it;
 * several by the names of their indices.
 *
 * @param atRoot fields within nested ones that whole documents have as well (include_in_root)
 * @returns no group if there is no index; unknown if an index makes everything unknown
 */
export function groupIndices(
  source: Source,
  capabilities: FieldCapabilities,
  atRoot: ReadonlySet<string> = new Set(),
): Answer<readonly IndexGroup[]> {
  const names = [capabilities.indices].flat();
  if (names.length === 0) return { state: 'known', value: [] };
  const groups: Alike[] = [];
  const faulty: Faulty[] = [];
  const asked = { id: settingsId(source), needed: neededFields(source) };
  for (const alike of indicesAlike(capabilities)) {
    const served = usesIn(alike[0], asked, capabilities.fields, atRoot);
    if (served instanceof Map) joinAlike(groups, alike, served);
    else joinFaulty(faulty, alike, served);
  }
  const reason = obstacle(source, names, groups, faulty);
  if (reason !== undefined) return { state: 'unknown', reason };
  const [only] = groups;
  if (faulty.length === 0 && groups.length === 1 && only !== undefined) {
    return { state: 'known', value: groupsOf(source, only, [source.index]) };
  }
  const usable = groups.flatMap((group) => groupsOf(source, group));
  return { state: 'known', value: [...usable, ...faulty.flatMap(faultyGroupsOf)] };
}
