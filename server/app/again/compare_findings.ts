import { seriesKey } from '../../../common/sources';
import type { Finding } from '../../../common/waveform/hours';
import { stableJson } from '../basics';

/** The parts of two findings of the same series and day that are compared. */
export type ComparedFinding = Pick<
  Finding,
  'verdict' | 'hours' | 'count' | 'expected' | 'surprise' | 'sentence'
>;

/** A series whose finding is not the same; null if there is none. */
export interface FindingChange {
  readonly source: string;
  readonly subtype: string | null;
  readonly name: string;
  readonly code: string;
  readonly before: ComparedFinding | null;
  readonly after: ComparedFinding | null;
}

function comparedOf(finding: Finding | undefined): ComparedFinding | null {
  if (finding === undefined) return null;
  const { verdict, hours, count, expected, surprise, sentence } = finding;
  return { verdict, hours, count, expected, surprise, sentence };
}

/** Verdict, hours and their events, counts and surprise: all that a method decides. */
function decidedBy(finding: Finding | undefined): string {
  const events = finding?.flagged.map((flag) => flag.events);
  return stableJson([comparedOf(finding), events]);
}

/** The series whose findings differ, in the order of their names; none if all are the same. */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): FindingChange[] {
  const [old, present] = [before, after].map(
    (findings) =>
      new Map(findings.map((finding) => [seriesKey(finding.source, finding.subtype), finding])),
  );
  const keys = new Set([...(old?.keys() ?? []), ...(present?.keys() ?? [])]);
  return [...keys].sort().flatMap((key): FindingChange[] => {
    const [was, is] = [old?.get(key), present?.get(key)];
    const either = was ?? is;
    if (either === undefined || decidedBy(was) === decidedBy(is)) return [];
    const { source, subtype, series_name: name, series_code: code } = either;
    return [{ source, subtype, name, code, before: comparedOf(was), after: comparedOf(is) }];
  });
}
