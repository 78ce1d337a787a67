import type { Finding } from '../../../common/waveform/hours';

/**
 * How many documents tagging these findings would read: the events of their flagged hours. A
 * document that is in two findings counts twice, as it would get two tags. One that already has its
 * tag counts as well.
 */
export function countDocumentsToTag(
  findings: Iterable<Pick<Finding, 'subtype' | 'flagged'>>,
): number {
  let documents = 0;
  for (const { subtype, flagged } of findings) {
    if (subtype !== null) documents += flagged.reduce((sum, { events }) => sum + events, 0);
  }
  return documents;
}
