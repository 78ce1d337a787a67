import { greatest } from '../../../common/lists';
import type { Source } from '../../../common/sources';
import { unknownFor, type CountingPorts, type Searched } from './counting_ports';
import type { Prelude } from './prelude';

/** Which of them is not known: what asked fewer shards may have asked sooner, or later. */
function changeWords({ index }: Source): string {
  return `an index of "${index}" was created, closed or deleted while the source was counted`;
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

/** Ports that notice where indices come or go. */
interface SameShards {
  readonly ports: CountingPorts;
  /** Whether some answer was unknown for that reason. */
  readonly hasChanged: () => boolean;
}

/**
 * The same ports, which notice an index that was closed or deleted since the indices were found: it
 * would count as one without documents. The search for the days' documents asks some shards, unless
 * they may not be read, and counts ask no fewer than it did, nor than earlier counts. What asked fewer
 * is unknown for now. A count that was begun before that search asks fewer also where an index was
 * created in between. Pages of an answer that ask different shards are not of the same indices.
 *
 * A search may wait for a busy cluster. So its shards are compared with those of the searches that were
 * over when it was sent at last. Once the last one of an answer asked fewer than these, all that are begun
 * later are unknown for now, and not sent: another index may have come in the place of the one that went.
 *
 * An answer does not name the indices that were asked. So what goes unnoticed is an index that comes
 * between two searches which follow each other, with as many shards as another one that goes.
 */
export function withSameShards(
  ports: CountingPorts,
  { missing }: Pick<Prelude, 'missing'>,
): SameShards {
  let hasChanged = false;
  /** The answer, or unknown for now if its searches asked fewer shards than there are, or not as many. */
  const ofShards = <T>(source: Source, least: number, answer: Searched<T>): Searched<T> => {
    const { searches, shards, last_shards: last } = answer;
    if (shards === undefined || (shards >= least && last === undefined)) return answer;
    hasChanged = true;
    return { ...unknownFor(changeWords(source), true), searches, shards };
  };
  const asked = new AskedShards();
  const checked = async <T>(
    source: Source,
    index: string,
    count: () => Promise<Searched<T>>,
  ): Promise<Searched<T>> => {
    const begun = performance.now();
    // One went, so what is counted now would be unknown.
    if (asked.most(index, begun) === Infinity) {
      return { ...unknownFor(changeWords(source), true), searches: 0 };
    }
    const answer = await count();
    const { shards, last_shards: last = shards, sent_at: sent = 0 } = answer;
    // One came if only earlier pages asked fewer.
    const hasLess = last !== undefined && last < asked.most(index, sent);
    asked.add(index, hasLess ? Infinity : last);
    return ofShards(source, asked.most(index, Math.max(begun, sent)), answer);
  };
  const checkedPorts: CountingPorts = {
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
  return { ports: checkedPorts, hasChanged: () => hasChanged };
}
