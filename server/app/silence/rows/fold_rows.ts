import { streamKey } from '../../../../common/sources';
import { MS_PER_HOUR } from '../../../../common/time';
import { foldedStream, type SilenceRow } from './silence_row';

type State = SilenceRow['state'];

const ORDER: Readonly<Record<State, number>> = {
  silent: 0,
  late: 1,
  recovered: 2,
  muted: 3,
  gone: 4,
};

/** The length of a silence as a multiple of what is allowed. */
function overdue({ last_seen: last, due_by: due }: SilenceRow, at: Date): number {
  if (due === null) return 0;
  const allowed = Math.max(1, Date.parse(due) - Date.parse(last));
  return (at.getTime() - Date.parse(last)) / allowed;
}

/** The most overdue first. Muted and gone streams come last. */
export function byOverdue(at: Date): (a: SilenceRow, b: SilenceRow) => number {
  return (a, b) => ORDER[a.state] - ORDER[b.state] || overdue(b, at) - overdue(a, at);
}

/** Sources of the same documents, and the hosts of these documents. */
export interface FoldGroup {
  readonly sources: readonly string[];
  readonly hosts: readonly string[];
}

/** What is known about why streams are silent. */
export interface Causes {
  readonly groups: readonly FoldGroup[];
  /** The hosts that wrote a series, by the key of its stream. */
  readonly hostsOf: ReadonlyMap<string, readonly string[]>;
  /** The row that stood for a stream at an earlier look, by keys. */
  readonly parents: ReadonlyMap<string, string>;
}

const isWhole = ({ host, subtype }: SilenceRow): boolean => host === null && subtype === null;

/**
 * States of streams that a row can explain. A stream that was marked as gone by hand only explains
 * itself.
 */
const EXPLAINED: Readonly<Record<State, readonly State[]>> = {
  silent: ['silent', 'late', 'muted', 'recovered'],
  late: [],
  recovered: ['recovered', 'late'],
  muted: ['silent', 'late', 'muted', 'recovered'],
  gone: ['silent', 'late', 'muted', 'recovered', 'gone'],
};

/** Rows, each with the one that stands for it. */
class Folding {
  private readonly parent = new Map<SilenceRow, SilenceRow>();

  put(row: SilenceRow, under: SilenceRow): void {
    if (row !== under) this.parent.set(row, under);
  }

  isFolded(row: SilenceRow): boolean {
    return this.parent.has(row);
  }

  top(row: SilenceRow): SilenceRow {
    let found = row;
    for (let next = this.parent.get(found); next !== undefined; next = this.parent.get(found)) {
      found = next;
    }
    return found;
  }

  unfold(row: SilenceRow): void {
    this.parent.delete(row);
  }
}

/** Sources that stopped within this time stopped together. */
const TOGETHER_MS = 2 * MS_PER_HOUR;

const latest = (a: SilenceRow, b: SilenceRow): SilenceRow => (b.last_seen > a.last_seen ? b : a);

/** The rows of sources that are silent as a whole. */
function wholeRows(
  rows: readonly SilenceRow[],
  groups: Causes['groups'],
): Map<FoldGroup, SilenceRow> {
  const groupOf = new Map(groups.flatMap((group) => group.sources.map((id) => [id, group])));
  return new Map(
    rows.flatMap((row) => {
      const group = isWhole(row) ? groupOf.get(row.source) : undefined;
      return group === undefined ? [] : [[group, row] as const];
    }),
  );
}

/** If all sources stopped together, the cause is upstream: one row stands for all. */
function foldEverything(
  wholes: ReadonlyMap<FoldGroup, SilenceRow>,
  groups: Causes['groups'],
  into: Folding,
): boolean {
  const silent = [...wholes.values()].filter(({ state }) => state === 'silent');
  const [first, ...others] = silent;
  const alive = groups.filter(({ hosts }) => hosts.length > 0).length;
  if (first === undefined || silent.length < 2 || silent.length < alive) return false;
  const main = others.reduce(latest, first);
  const start = Date.parse(main.last_seen) - TOGETHER_MS;
  for (const row of silent) if (Date.parse(row.last_seen) >= start) into.put(row, main);
  return true;
}

/**
 * The hosts and series of a source that is silent as a whole. If everything stopped, that does not
 * explain what had been silent before.
 */
function foldIntoSources(
  rows: readonly SilenceRow[],
  groups: Causes['groups'],
  into: Folding,
): void {
  const wholes = wholeRows(rows, groups);
  const groupOf = new Map(groups.flatMap((group) => group.sources.map((id) => [id, group])));
  const isEverything = foldEverything(wholes, groups, into);
  for (const row of rows) {
    const group = groupOf.get(row.source);
    const whole = group && wholes.get(group);
    if (whole === undefined || !EXPLAINED[whole.state].includes(row.state)) continue;
    const isOlder = row.due_by !== null && row.due_by < whole.last_seen;
    if (!isWhole(row) && !(isEverything && isOlder)) into.put(row, whole);
  }
}

/** Series that only silent hosts wrote. */
function foldIntoHosts(
  rows: readonly SilenceRow[],
  { groups, hostsOf, parents }: Causes,
  into: Folding,
): void {
  const byKey = new Map(rows.map((row) => [streamKey(row), row]));
  for (const row of rows) {
    if (row.subtype === null || into.isFolded(row)) continue;
    const known = byKey.get(parents.get(streamKey(row)) ?? '');
    const ids = groups.find(({ sources }) => sources.includes(row.source))?.sources ?? [];
    const hosts = hostsOf.get(streamKey(row)) ?? [];
    const silent = hosts.map((host) =>
      ids
        .flatMap((source) => byKey.get(streamKey({ source, host, subtype: null })) ?? [])
        .find(({ state }) => EXPLAINED[state].includes(row.state)),
    );
    const all = silent.flatMap((host) => host ?? []);
    const [first] = all;
    if (known?.host != null && EXPLAINED[known.state].includes(row.state)) into.put(row, known);
    else if (first !== undefined && all.length === hosts.length) {
      into.put(row, all.reduce(latest, first));
    }
  }
}

/**
 * One row for a host that is silent in several sources, or that is the only one in some of them.
 */
function foldHosts(rows: readonly SilenceRow[], groups: Causes['groups'], into: Folding): void {
  const onlyHost = new Map(
    groups.flatMap(({ sources, hosts: [only, second] }) =>
      only === undefined || second !== undefined ? [] : sources.map((id) => [id, only] as const),
    ),
  );
  const ofHost = new Map<string, SilenceRow[]>();
  for (const row of rows) {
    const host = row.host ?? (isWhole(row) ? onlyHost.get(row.source) : undefined);
    if (host === undefined) continue;
    const key = JSON.stringify([row.state, host]);
    ofHost.set(key, [...(ofHost.get(key) ?? []), row]);
  }
  for (const found of ofHost.values()) {
    const [first, ...others] = found.filter(({ host }) => host !== null);
    const tops = new Set(found.map((row) => into.top(row)));
    // If a host is all of its only source, the row of the source stands for it.
    if (first === undefined || tops.size < 2) continue;
    const main = others.reduce(latest, first);
    into.unfold(main);
    for (const top of tops) into.put(top, main);
  }
}

/**
 * One row for one cause: a source that is silent as a whole stands for its hosts and series, a host
 * for its series, and for all sources in which it is silent.
 */
export function foldRows(rows: readonly SilenceRow[], causes: Causes, at: Date): SilenceRow[] {
  const into = new Folding();
  foldIntoSources(rows, causes.groups, into);
  foldIntoHosts(rows, causes, into);
  foldHosts(rows, causes.groups, into);
  const below = new Map<SilenceRow, SilenceRow[]>();
  for (const row of rows) {
    if (!into.isFolded(row)) continue;
    const top = into.top(row);
    const list = below.get(top);
    if (list === undefined) below.set(top, [row]);
    else list.push(row);
  }
  return rows
    .filter((row) => !into.isFolded(row))
    .map((row) => {
      const folded = [...(below.get(row) ?? [])].sort(byOverdue(at)).map(foldedStream);
      return { ...row, below: folded, folded: folded.length };
    })
    .sort(byOverdue(at));
}
