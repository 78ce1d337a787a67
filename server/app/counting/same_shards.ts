import type { Source } from '../../../common/sources';
import { unknownFor, type CountingPorts, type Searched } from './counting_ports';
import type { Prelude } from './prelude';

/** Which of them is not known: what asked fewer shards may have asked sooner, or later. */
function changeWords({ index }: Source): string {
  return `an index of "${index}" was created, closed or deleted while the source was counted`;
}

/** The answer, or unknown for now if its searches asked fewer shards than there are. */
function ofShards<T>(source: Source, least: number, answer: Searched<T>): Searched<T> {
  const { searches, shards } = answer;
  if (shards === undefined || shards >= least) return answer;
  return { ...unknownFor(changeWords(source), true), searches, shards };
}

/**
 * The same ports, which notice an index that was closed or deleted since the indices were found: it
 * would count as one without documents. Counts ask no fewer shards than the search for the days'
 * documents did, and that one asks some, unless they may not be read. What asked fewer is unknown for
 * now. A count that was begun before that search asks fewer also where an index was created in between.
 */
export function withSameShards(
  ports: CountingPorts,
  { missing }: Pick<Prelude, 'missing'>,
): CountingPorts {
  const surveyed = new Map<string, number>();
  const leastOf = (index: string): number => surveyed.get(index) ?? 0;
  return {
    ...ports,
    dayDocuments: async (source, group, ...days) => {
      const answer = await ports.dayDocuments(source, group, ...days);
      if (answer.shards !== undefined) surveyed.set(group.index, answer.shards);
      return ofShards(source, missing.length > 0 ? 0 : 1, answer);
    },
    countDay: async (source, group, ...day) => {
      const answer = await ports.countDay(source, group, ...day);
      return ofShards(source, leastOf(group.index), answer);
    },
    countDays: async (source, group, ...days) => {
      const answer = await ports.countDays(source, group, ...days);
      return ofShards(source, leastOf(group.index), answer);
    },
  };
}
