import type { RowFinding } from '../../../common/api';
import { isAboutDay, judgmentsInForce, type Judgment } from '../../../common/marks';
import type { Day } from '../../../common/time';

/** Whether a person has dealt with a finding of a day. Then it is counted, and not sent. */
export type IsSettled = (
  finding: Pick<RowFinding, 'source' | 'subtype' | 'verdict'>,
  day: Day,
) => boolean;

/** Without any judgment or mute. */
export const NOTHING_SETTLED: IsSettled = () => false;

/**
 * Findings that people have judged.
 *
 * @param judgments all that were ever made, in any order
 * @param isMuted whether a silence of a series, or of a whole source, is muted or marked as gone
 */
export function settledBy(
  judgments: readonly Judgment[],
  isMuted: (source: string, subtype: string | null) => boolean,
): IsSettled {
  const inForce = judgmentsInForce(judgments);
  return ({ source, subtype, verdict }, day) => {
    if (verdict === 'silent' && isMuted(source, subtype)) return true;
    return inForce.some((judgment) => {
      const isOver =
        judgment.judgment === 'expected' && judgment.until !== null && day >= judgment.until;
      const isSame = judgment.source === source && judgment.subtype === subtype;
      return isSame && !isOver && isAboutDay(judgment, day);
    });
  };
}
