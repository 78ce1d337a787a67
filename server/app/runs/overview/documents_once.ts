import { greatest } from '../../../../common/lists';
import { conditionsOf, type Filter, type Source } from '../../../../common/sources';
import type { LocalDay } from '../../../../common/time';
import type { OverviewPorts } from './overview_ports';

/** What decides which documents a source counts. */
export interface Definition {
  readonly index: string;
  readonly time_field: string;
  readonly filter: Filter;
}

/** A source, and its documents of the day. */
export interface SourceDocuments {
  readonly source: Source;
  readonly documents: number;
}

interface DefinedDocuments {
  /** Undefined if it is not known. */
  readonly source: Definition | undefined;
  readonly documents: number;
}

/** The conditions of a filter, which are the same in any order and each once. */
export function termsOf({ filter }: Pick<Definition, 'filter'>): ReadonlySet<string> {
  return new Set(conditionsOf(filter).map((condition) => JSON.stringify(condition)));
}

/**
 * Whether all documents of the other source belong to this one as well, as far as the definitions
 * show.
 */
function covers(one: Definition | undefined, other: Definition | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.index !== other.index || one.time_field !== other.time_field) return false;
  const others = termsOf(other);
  return [...termsOf(one)].every((condition) => others.has(condition));
}

/**
 * The sources without those whose documents all belong to another one. Of equal ones the first
 * stays.
 */
function withoutCovered<T extends DefinedDocuments>(counted: readonly T[]): T[] {
  return counted.filter(
    ({ source }, place) =>
      !counted.some(
        ({ source: other }, otherPlace) =>
          otherPlace !== place &&
          covers(other, source) &&
          (!covers(source, other) || otherPlace < place),
      ),
  );
}

function sumOf(counted: readonly DefinedDocuments[]): number {
  return counted.reduce((total, { documents }) => total + documents, 0);
}

/**
 * The number of documents of sources. Those of equal or wider conditions on the same indices count
 * once, as far as the definitions show.
 */
export function sumOnce(counted: readonly DefinedDocuments[]): number {
  return sumOf(withoutCovered(counted));
}

/**
 * How many documents of the day the sources have counted. Each document counts once, though several
 * sources may include it.
 *
 * If the logs are gone, the definitions of the sources are used: documents of equal or wider
 * conditions on the same indices are counted once.
 *
 * @param counted the sources whose day is known
 */
export async function documentsOnce(
  counted: readonly SourceDocuments[],
  day: LocalDay,
  ports: Pick<OverviewPorts, 'documentsOnce'> | undefined,
  signal: AbortSignal,
): Promise<number> {
  const apart = withoutCovered(counted.filter(({ documents }) => documents > 0));
  const sum = sumOf(apart);
  if (apart.length < 2 || ports === undefined) return sum;
  const sources = apart.map(({ source }) => source);
  const found = await ports.documentsOnce(sources, day, signal);
  // Kept counts may be all that is left of expired logs.
  const least = greatest(apart.map(({ documents }) => documents));
  return found.state === 'known' && found.value >= least ? Math.min(found.value, sum) : sum;
}
