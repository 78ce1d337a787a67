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

/** The most shards that searches asked which are over, by index expression. */
class MostShards {
  private readonly most = new Map<string, number>();

  of(index: string): number {
    return this.most.get(index) ?? 0;
  }

  add(index: string, { shards = 0 }: { readonly shards?: number }): void {
    this.most.set(index, Math.max(this.of(index), shards));
  }
}

/**
 * The same ports, which notice an index that was closed or deleted since the indices were found: it
 * would count as one without documents. The search for the days' documents asks some shards, unless
 * they may not be read, and counts ask no fewer than it did, nor than earlier counts. What asked fewer
 * is unknown for now. A count that was begun before that search asks fewer also where an index was
 * created in between.
 *
 * An answer does not name the indices that were asked. So what goes unnoticed is an index that comes
 * between two searches which follow each other, with as many shards as another one that goes.
 */
export function withSameShards(
  ports: CountingPorts,
  { missing }: Pick<Prelude, 'missing'>,
): CountingPorts {
  const most = new MostShards();
  const checked = async <T>(
    source: Source,
    index: string,
    count: () => Promise<Searched<T>>,
  ): Promise<Searched<T>> => {
    const least = most.of(index);
    const answer = await count();
    most.add(index, answer);
    return ofShards(source, least, answer);
  };
  return {
    ...ports,
    dayDocuments: async (source, group, ...days) => {
      const answer = await ports.dayDocuments(source, group, ...days);
      most.add(group.index, answer);
      return ofShards(source, missing.length > 0 ? 0 : 1, answer);
    },
    countDay: (source, group, ...day) =>
      checked(source, group.index, () => ports.countDay(source, group, ...day)),
    countDays: (source, group, ...days) =>
      checked(source, group.index, () => ports.countDays(source, group, ...days)),
  };
}
