/** What a module needs before it is run, and what it opens later; by the names of modules. */
export interface ModuleImports {
  readonly statics: readonly string[];
  readonly dynamics: readonly string[];
}

/** Modules that are loaded together. */
export interface PlannedScript {
  /** The modules that load it when they are opened. */
  readonly openings: readonly string[];
  readonly modules: readonly string[];
}

export interface ScriptPlan {
  /** Modules that are loaded from the beginning. */
  readonly entry: readonly string[];
  readonly scripts: readonly PlannedScript[];
}

/**
 * Distributes modules to scripts. Each module is in one of them, and a script never contains what
 * is already loaded wherever it is opened. What several openings need, and only they, is a script
 * of its own.
 *
 * @throws Error if modules open each other in a circle: their scripts could not be named by their
 * content
 */
export function planScripts(
  entry: string,
  modules: ReadonlyMap<string, ModuleImports>,
): ScriptPlan {
  const importsOf = (name: string): ModuleImports => {
    const found = modules.get(name);
    if (found === undefined) throw new Error(`there is no module ${name}`);
    return found;
  };

  /** A module with all that is run before it. */
  function whole(name: string, found = new Set<string>()): Set<string> {
    if (found.has(name)) return found;
    found.add(name);
    for (const other of importsOf(name).statics) whole(other, found);
    return found;
  }

  const opened = new Set([...modules.values()].flatMap(({ dynamics }) => dynamics));
  const roots = [entry, ...[...opened].sort()];
  const opensAny = (root: string, name: string) =>
    [...whole(root)].some((one) => importsOf(one).dynamics.includes(name));

  /** What is certainly loaded when a module is opened. */
  function before(name: string, way: readonly string[] = []): Set<string> {
    if (way.includes(name)) throw new Error(`modules open each other: ${way.join(', ')}`);
    if (name === entry) return new Set();
    const openers = roots.filter((root) => opensAny(root, name));
    const there = openers.map((one) => new Set([...before(one, [...way, name]), ...whole(one)]));
    const [first = new Set<string>(), ...others] = there;
    return new Set([...first].filter((one) => others.every((other) => other.has(one))));
  }

  const openingsOf = new Map<string, string[]>();
  for (const root of roots) {
    const there = before(root);
    for (const name of whole(root)) {
      if (!there.has(name)) openingsOf.set(name, [...(openingsOf.get(name) ?? []), root]);
    }
  }
  const groups = new Map<string, { openings: string[]; modules: string[] }>();
  for (const [name, openings] of openingsOf) {
    const group = groups.get(openings.join(' ')) ?? { openings, modules: [] };
    group.modules.push(name);
    groups.set(openings.join(' '), group);
  }
  const isFirst = ({ openings }: PlannedScript) => openings.includes(entry);
  const scripts = [...groups.values()];
  return {
    entry: scripts.filter(isFirst).flatMap((one) => one.modules),
    scripts: scripts.filter((one) => !isFirst(one)),
  };
}
