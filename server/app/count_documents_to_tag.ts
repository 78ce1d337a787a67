import type { Finding } from '../../common/waveform/finding';

/**
 * How many documents tagging these findings would look at: the events of their flagged hours. A
 * document that lies in two findings counts twice, as it would get two tags; one that has its tag
 * already counts as well.
 */
export function countDocumentsToTag(findings: readonly Finding[]): number {
  return findings
    .filter(({ subtype }) => subtype !== null)
    .flatMap(({ flagged }) => flagged)
    .reduce((sum, { events }) => sum + events, 0);
}
