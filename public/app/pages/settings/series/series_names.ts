import { seriesName, type Source } from '../../../../../common/sources';
import type { SeriesKey } from '../../../basics';
import { subtypeText } from '../../../words';

/** The name of a series by the settings; its key if they do not have its source. */
export function nameOfSeries(sources: readonly Source[], { source, subtype }: SeriesKey): string {
  const known = sources.find(({ id }) => id === source);
  const plain = `${source} ${subtypeText(subtype)}`;
  if (known === undefined) return plain;
  try {
    const { name, code } = seriesName(known, subtype);
    return name === code ? code : `${name}, ${code}`;
  } catch {
    // It was saved when its source had other fields.
    return plain;
  }
}
