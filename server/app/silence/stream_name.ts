import { seriesName, type Source } from '../../../common/sources';
import type { StreamRef } from './rows/silence_row';

/** The name of a stream for a reader: the host, the series in words, or the source. */
export function streamName(sources: readonly Source[]): (ref: StreamRef) => string {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return ({ source, host, subtype }) => {
    if (host !== null) return host;
    if (subtype === null) return source;
    const known = byId.get(source);
    const name = known === undefined ? subtype : seriesName(known, subtype).name;
    return name.trim() === '' ? '(empty)' : name;
  };
}
