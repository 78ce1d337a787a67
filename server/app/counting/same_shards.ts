import type { Source } from '../../../common/sources';
import { unknownFor, type CountingPorts, type IndexGroup, type Searched } from './counting_ports';

function goneWords(source: Source): string {
  return `an index of "${source.index}" was closed or deleted while it was counted`;
}

/**
 * The same ports, whose counts are unknown if fewer shards were asked than by the search for the days'
 * documents: an index that was closed or deleted in between would count as one without documents.
 */
export function withSameShards(ports: CountingPorts): CountingPorts {
  const surveyed = new Map<string, number>();
  const checked = <T>(source: Source, { index }: IndexGroup, answer: Searched<T>): Searched<T> => {
    const { state, searches, shards } = answer;
    const before = surveyed.get(index);
    const isLess = shards !== undefined && before !== undefined && shards < before;
    return state === 'known' && isLess
      ? { ...unknownFor(goneWords(source), true), searches }
      : answer;
  };
  return {
    ...ports,
    dayDocuments: async (source, group, ...days) => {
      const answer = await ports.dayDocuments(source, group, ...days);
      if (answer.shards !== undefined) surveyed.set(group.index, answer.shards);
      return answer;
    },
    countDay: async (source, group, ...day) =>
      checked(source, group, await ports.countDay(source, group, ...day)),
    countDays: async (source, group, ...days) =>
      checked(source, group, await ports.countDays(source, group, ...days)),
  };
}
