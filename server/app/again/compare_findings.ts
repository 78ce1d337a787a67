import { seriesKey } from '../../../common/sources';
import type { Finding, Shift } from '../../../common/waveform/hours';
import { stableJson } from '../basics';

/** What is shown of two findings of the same series and day that differ. */
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

/** By how much events moved. Findings of older versions do not tell whether that is sure. */
function movedBy({ verdict, shift }: Finding): Omit<Shift, 'is_about'> | null {
  if (verdict !== 'moved' || shift === null) return null;
  const { hours, is_whole_day, is_clock_change, due } = shift;
  return { hours, is_whole_day, is_clock_change, due };
}

/**
 * What a finding says of the series and the day: verdict, hours, events, what is usual, surprise.
 * Its words are left out, since another version may say the same in others. So are ranges and ranks:
 * they come from the same counts, by a rule of the version.
 */
function factsOf(finding: Finding): string {
  const { verdict, hours, count, expected, surprise } = finding;
  return stableJson([
    ...[verdict, hours, count, expected, surprise],
    movedBy(finding),
    finding.flagged.map(({ events }) => events),
  ]);
}

/** Whether no hour is flagged for the opposite. Findings of older versions do not tell. */
function isSameDirection({ flagged: was }: Finding, { flagged: is }: Finding): boolean {
  return was.every(({ direction: one }, place) => {
    const other = is[place]?.direction;
    return one === undefined || other === undefined || one === other;
  });
}

function isSame(was: Finding | undefined, is: Finding | undefined): boolean {
  if (was === undefined || is === undefined) return was === is;
  return factsOf(was) === factsOf(is) && isSameDirection(was, is);
}

/**
 * The series whose findings differ in what they say, in the order of their names; none if all are
 * the same. Other words for the same are not a difference.
 */
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
    if (either === undefined || isSame(was, is)) return [];
    const { source, subtype, series_name: name, series_code: code } = either;
    return [{ source, subtype, name, code, before: comparedOf(was), after: comparedOf(is) }];
  });
}
