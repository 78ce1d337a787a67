import { encodeSubtype, meetsFilter, type Source } from '../../common/sources';
import { localDay } from '../../common/time';
import { HourTable, type SourceDay } from '../../common/waveform/hours';
import { randomFrom, seedOf } from './random';
import { sampleDayOf, sampleStreams } from './sample_day';
import { exampleDocuments, type AgedDay, type Fields, type SampleKind } from './sample_outlines';

function valueAt(document: Fields, field: string): string | undefined {
  let value: unknown = document;
  for (const part of field.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Fields)[part] : undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * The series of a source that a document counts in; null without a subtype, undefined if the source
 * does not include it.
 */
function seriesOf(document: Fields, source: Source): string | null | undefined {
  const valuesOf = (field: string) => [valueAt(document, field)].filter((one) => one !== undefined);
  if (!meetsFilter(source.filter, valuesOf)) return undefined;
  const values = source.subtype_fields.map((field) => valueAt(document, field));
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? encodeSubtype(known) : null;
}

/**
 * The counts of a day of the sample, as counting its documents would find them: what the streams
 * draw, without creating a document.
 *
 * @param sources on the indices of the sample
 * @returns a day for each source
 */
export function countSample(
  sources: readonly Source[],
  { day, age }: AgedDay,
  { zone, seed }: SampleKind,
): SourceDay[] {
  const local = localDay(day, zone);
  const examples = exampleDocuments();
  const drawn = sampleStreams.map((stream) => ({
    example: examples.get(stream.id) ?? {},
    hours: stream.draw(randomFrom(seedOf(seed, stream.id, day)), sampleDayOf(local, age)),
  }));
  return sources.map((source) => {
    const series = new HourTable();
    let [documents, lacking] = [0, 0];
    for (const { example, hours } of drawn) {
      const subtype = seriesOf(example, source);
      const events = hours.reduce((sum, count) => sum + count, 0);
      if (subtype === undefined || events === 0) continue;
      documents += events;
      if (subtype === null) lacking += events;
      else series.addHours(subtype, hours);
    }
    series.trim();
    return { source: source.id, day, zone, series, documents, without_subtype: lacking };
  });
}
