import type { Source } from '../../../../common/sources';
import type { LocalDay } from '../../../../common/time';
import type { SourceNote } from '../source_notes';
import { countedTwiceNotes } from './counted_twice';
import { documentsOnce, type SourceDocuments } from './documents_once';
import type { OverviewPorts } from './overview_ports';
import { unmatchedNotes, type MatchedSource } from './unmatched_sources';

/** A source whose day is known. */
export type KnownSource = SourceDocuments & MatchedSource;

/** Facts about a day once all sources were counted. */
export interface Overview {
  /** Documents that were counted, each once. */
  readonly documents: number;
  readonly notes: readonly SourceNote[];
  /** Ids of sources whose settings probably do not fit their indices. */
  readonly misfits: ReadonlySet<string>;
}

/** In the order of the settings. A source that was in trouble was counted last. */
function inOrder(sources: readonly Source[], known: readonly KnownSource[]): KnownSource[] {
  return sources.flatMap(({ id }) => known.filter(({ source }) => source.id === id));
}

/**
 * Looks at a day over all sources that are known.
 *
 * @param sources those of the settings
 * @param counted those whose day is known, in any order
 */
export async function overviewOf(
  sources: readonly Source[],
  counted: readonly KnownSource[],
  day: LocalDay,
  ports: OverviewPorts | undefined,
  signal: AbortSignal,
): Promise<Overview> {
  const known = inOrder(sources, counted);
  const documents = await documentsOnce(known, day, ports, signal);
  if (ports === undefined) return { documents, notes: [], misfits: new Set() };
  const enabled = sources.filter((source) => source.enabled);
  const found = await unmatchedNotes(known, enabled, day, ports, signal);
  const faults = found.filter(({ isFault }) => isFault);
  const misfitting = found.flatMap(({ sources: of, words }) =>
    of.map(({ id }) => ({ source: id, words })),
  );
  return {
    documents,
    notes: [...misfitting, ...(await countedTwiceNotes(known, ports, signal))],
    misfits: new Set(faults.flatMap((fault) => fault.sources.map(({ id }) => id))),
  };
}
