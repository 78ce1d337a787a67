import { greatest } from '../../../common/lists';
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

/** How many shards a search asked, and when its answer came. */
interface Asked {
  readonly at: number;
  readonly shards: number;
}

/** How many shards searches asked which are over, by index expression. */
class AskedShards {
  private readonly asked = new Map<string, Asked[]>();

  /** The most that searches asked which were over at this moment. */
  most(index: string, at: number): number {
    const before = (this.asked.get(index) ?? []).filter((one) => one.at <= at);
    return greatest([0, ...before.map(({ shards }) => shards)]);
  }

  add(index: string, shards = 0): void {
    const before = this.asked.get(index) ?? [];
    this.asked.set(index, [...before, { at: performance.now(), shards }]);
  }
}

/**
 * The same ports, which notice an index that was closed or deleted since the indices were found: it
 * would count as one without documents. The search for the days' documents asks some shards, unless
 * they may not be read, and counts ask no fewer than it did, nor than earlier counts. What asked fewer
 * is unknown for now. A count that was begun before that search asks fewer also where an index was
 * created in between.
 *
 * A search may wait for a busy cluster. So its shards are compared with those of the searches that were
 * over when it was sent at last. Once a search asked fewer than these, all that are sent later are unknown
 * for now: another index may have come in the place of the one that went.
 *
 * An answer does not name the indices that were asked. So what goes unnoticed is an index that comes
 * between two searches which follow each other, with as many shards as another one that goes.
 */
export function withSameShards(
  ports: CountingPorts,
  { missing }: Pick<Prelude, 'missing'>,
): CountingPorts {
  const asked = new AskedShards();
  const checked = async <T>(
    source: Source,
    index: string,
    count: () => Promise<Searched<T>>,
  ): Promise<Searched<T>> => {
    const begun = performance.now();
    const answer = await count();
    const { shards, sent_at: sent = 0 } = answer;
    const hasLess = shards !== undefined && shards < asked.most(index, sent);
    asked.add(index, hasLess ? Infinity : shards);
    return ofShards(source, asked.most(index, Math.max(begun, sent)), answer);
  };
  return {
    ...ports,
    dayDocuments: async (source, group, ...days) => {
      const answer = await ports.dayDocuments(source, group, ...days);
      asked.add(group.index, answer.shards);
      return ofShards(source, missing.length > 0 ? 0 : 1, answer);
    },
    countDay: (source, group, ...day) =>
      checked(source, group.index, () => ports.countDay(source, group, ...day)),
    countDays: (source, group, ...days) =>
      checked(source, group.index, () => ports.countDays(source, group, ...days)),
  };
}
