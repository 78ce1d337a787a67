/** One setting that was changed. */
export interface SettingsChange {
  /** Its path, such as "training.days" or "sources.syslog.index". */
  readonly path: string;
  /** As JSON; null if it was absent. */
  readonly from: string | null;
  /** As JSON; null if it is now absent. */
  readonly to: string | null;
}

type Items = ReadonlyMap<string, unknown>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What identifies an element of a list, such as the id of a source; undefined if nothing does. */
function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  const { id, channel, source, subtype, day } = item;
  const parts = [id ?? channel, source, subtype, day].filter((part) => typeof part === 'string');
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** The parts of a value, by name; undefined if it is compared as a whole. */
function partsOf(value: unknown): Items | undefined {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const named = value.map((item: unknown) => [nameOf(item), item] as const);
  const parts = new Map(
    named.flatMap(([name, item]) => (name === undefined ? [] : [[name, item]])),
  );
  return parts.size === value.length ? parts : undefined;
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : (JSON.stringify(value) ?? null);
}

function isSame(a: unknown, b: unknown): boolean {
  const [ofA, ofB] = [partsOf(a), partsOf(b)];
  if (ofA === undefined || ofB === undefined || Array.isArray(a) !== Array.isArray(b)) {
    return textOf(a) === textOf(b);
  }
  const names = new Set([...ofA.keys(), ...ofB.keys()]);
  return [...names].every((name) => isSame(ofA.get(name), ofB.get(name)));
}

function changesAt(path: readonly string[], before: unknown, after: unknown): SettingsChange[] {
  if (isSame(before, after)) return [];
  const [ofBefore, ofAfter] = [partsOf(before), partsOf(after)];
  if (ofBefore === undefined || ofAfter === undefined) {
    return [{ path: path.join('.'), from: textOf(before), to: textOf(after) }];
  }
  const names = [...new Set([...ofBefore.keys(), ...ofAfter.keys()])].sort();
  return names.flatMap((name) => changesAt([...path, name], ofBefore.get(name), ofAfter.get(name)));
}

/**
 * The differences between two settings. List elements are matched by their names, so a different
 * order is not a change.
 *
 * @returns by path; none if both are equal
 */
export function settingsChanges(before: unknown, after: unknown): SettingsChange[] {
  return changesAt([], before, after);
}
