import { expressionParts, isExclusion, matchesPattern } from '../../../common/sources';

/** A backing index of a data stream, even a relocated one: the stream's name is in the middle. */
const BACKING_INDEX = /(?:^|[-:])\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6,}$/;

/** "europe:" of `europe:app-*`; empty for names of this cluster, the only ones that `app-*` matches. */
export function clusterOf(name: string): string {
  // Date math may hold the offset of a zone: `<logs-{now/d{yyyy.MM.dd|+02:00}}>`.
  return name.startsWith('<') ? '' : name.slice(0, name.indexOf(':') + 1);
}

/** "europe:" of `-europe:*`, which leaves out a whole cluster; undefined of any other part. */
export function excludedCluster(part: string): string | undefined {
  return /^-([^:]*:)\*$/.exec(part)?.[1];
}

/**
 * Whether every Elasticsearch takes a `-` for leaving out where this pattern is before it: only after a
 * name with a `*` for the same cluster. Otherwise the `-` would begin a name where security is off; where it
 * is on, it leaves out after any name, which only Elasticsearch can tell. A whole cluster is left out of
 * names as well.
 *
 * @param part what is left out, with its `-`
 */
export function canExcludeAfter(pattern: string, part: string): boolean {
  const cluster = clusterOf(pattern);
  const excluded = excludedCluster(part) ?? clusterOf(part);
  const isSame = matchesPattern(excluded, cluster) || matchesPattern(cluster, excluded);
  const isWide = pattern.slice(cluster.length).includes('*');
  return isSame && (isWide || excludedCluster(part) !== undefined);
}

/** The parts of an index expression that name indices: `logs-*,-logs-debug` has one. */
export function namedPatterns(expression: string): string[] {
  return expressionParts(expression).filter((part) => !isExclusion(part));
}

/** Whether an index expression names indices of other clusters alone, if it names any. */
export function isOfOtherClusters(expression: string): boolean {
  return namedPatterns(expression).every((pattern) => clusterOf(pattern) !== '');
}

/** The names by which an index is found: its own, and that of the data stream that it is part of. */
export function namesOfIndex(index: string): string[] {
  const stream = BACKING_INDEX.exec(index)?.[1];
  return stream === undefined ? [index] : [index, `${clusterOf(index)}${stream}`];
}

/**
 * Whether an index expression names an index itself, or the data stream that it is part of;
 * otherwise the index was found through an alias.
 */
export function isNamedBy(expression: string, index: string): boolean {
  const names = namesOfIndex(index);
  return namedPatterns(expression).some((pattern) =>
    names.some((name) => matchesPattern(name, pattern)),
  );
}

/**
 * Elasticsearch accepts 4,096 bytes of method, path and parameters. This leaves room for the rest.
 */
const MAX_PATH_BYTES = 3_000;
/** A comma in a path. */
const COMMA_BYTES = 3;

/** Joins names with commas to expressions that each fit into the path of a request. */
export function indexExpressions(indices: readonly string[]): string[] {
  const expressions: string[][] = [];
  let room = 0;
  for (const index of indices) {
    const bytes = encodeURIComponent(index).length + COMMA_BYTES;
    if (bytes > room) {
      expressions.push([]);
      room = MAX_PATH_BYTES;
    }
    expressions[expressions.length - 1]?.push(index);
    room -= bytes;
  }
  return expressions.map((names) => names.join(','));
}
