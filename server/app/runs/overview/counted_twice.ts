import type { Source } from '../../../../common/sources';
import type { SourceNote } from '../source_notes';
import { type SourceDocuments, termsOf } from './documents_once';
import type { OverviewPorts } from './overview_ports';

/** What makes two sources count a document that both read in the same series. */
function kindOf(source: Source): string {
  const { time_field: time, subtype_fields: fields } = source;
  return JSON.stringify([time, fields, [...termsOf(source)].sort()]);
}

/** The sources that count like at least one other one. */
function countingAlike(sources: readonly Source[]): Source[] {
  const kinds = sources.map(kindOf);
  return sources.filter((_, place) => {
    const kind = kinds[place];
    return kinds.some((other, otherPlace) => other === kind && otherPlace !== place);
  });
}

function wordsOn({ id, index, subtype_fields: fields }: Source, other: Source): string {
  const where = index === other.index ? `"${index}"` : `"${index}" and "${other.index}"`;
  const share = index === other.index ? 'is read by both' : 'share indices';
  return `its documents are counted twice by ${fields.join(' and ')}, as ${other.id} and as ${id}, since ${where} ${share}: disable one of the two, or leave the shared indices out of the other`;
}

/**
 * Says which sources count the same documents in the same series, so that each finding of one is a
 * finding of the other. Views by other fields or with other filters are meant to.
 *
 * Asks which indices are shared only where sources count alike: once for all of them.
 *
 * @param counted the sources whose day is known
 */
export async function countedTwiceNotes(
  counted: readonly SourceDocuments[],
  ports: Pick<OverviewPorts, 'sharedIndices'>,
  signal: AbortSignal,
): Promise<SourceNote[]> {
  const alike = countingAlike(
    counted.flatMap(({ source, documents }) => (documents > 0 ? [source] : [])),
  );
  if (alike.length === 0) return [];
  const shared = await ports.sharedIndices(alike, signal);
  if (shared.state === 'unknown') return [];
  const notes = new Map<Source['id'], SourceNote>();
  for (const [earlier, later] of shared.value) {
    const other = alike[earlier];
    const source = alike[later];
    if (other === undefined || source === undefined || kindOf(other) !== kindOf(source)) continue;
    if (!notes.has(source.id))
      notes.set(source.id, { source: source.id, words: wordsOn(source, other) });
  }
  return [...notes.values()];
}
