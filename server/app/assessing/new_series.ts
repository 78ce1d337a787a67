import type { SourceDay } from '../../../common/waveform/hours';

/**
 * How many new series of a source become findings on one day, those with the most events. Anyone
 * who can write logs can invent any number of them.
 */
export const MOST_NEW = 1_000;

interface Unseen {
  readonly subtype: string;
  readonly events: number;
}

function byEvents(a: Unseen, b: Unseen): number {
  return b.events - a.events || (a.subtype < b.subtype ? -1 : 1);
}

/** Series of the tested day that no training day has. */
function unseenSeries(tested: SourceDay, training: readonly SourceDay[]): Unseen[] {
  const unseen: Unseen[] = [];
  for (const [subtype, hours] of tested.series) {
    if (training.some(({ series }) => series.has(subtype))) continue;
    unseen.push({ subtype, events: hours.reduce((sum, events) => sum + events, 0) });
  }
  return unseen;
}

/**
 * Series of the tested day that were never seen before and are too many to be findings.
 *
 * @param tested undefined if the day is not known: then there are none
 */
export function newSeriesBeyond(
  tested: SourceDay | undefined,
  training: readonly SourceDay[],
  most = MOST_NEW,
): ReadonlySet<string> {
  if (tested === undefined || tested.series.size <= most) return new Set();
  const beyond = unseenSeries(tested, training).sort(byEvents).slice(most);
  return new Set(beyond.map(({ subtype }) => subtype));
}
