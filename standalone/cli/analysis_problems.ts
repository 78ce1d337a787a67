import { localDay } from '../../common/time';
import { closedHours } from '../../common/waveform/hours';
import { pluralWords } from '../../common/waveform/words';
import type { Run, SourceResult } from '../../server/app/runs';
import { countRefused, type TaggingResult } from '../../server/app/tagging';
import { UserError } from './basics/user_error';
import type { Analysis } from './run_analysis';

/** A run, as far as it says whether its result is whole. */
export type CheckedRun = Pick<Run, 'day' | 'zone' | 'status' | 'seen_by'> & {
  readonly source_results: readonly {
    readonly state: SourceResult['state'];
    readonly is_misfit?: boolean | undefined;
    readonly is_troubled?: boolean | undefined;
  }[];
  /** When it began: ISO 8601 in UTC. */
  readonly started_at: string;
};

/** Whether the day was over when its analysis began, so that nothing of it was still to come. */
function wasOver({ day, zone, started_at: begun }: CheckedRun): boolean {
  return closedHours(localDay(day, zone), Date.parse(begun)).every(Boolean);
}

/** What is missing in the result of a run, in phrases; nothing if it is whole. */
function resultProblems({ source_results: results, seen_by: user }: CheckedRun): string[] {
  const unknown = results.filter(({ state }) => state === 'unknown').length;
  const misfits = results.filter(({ is_misfit: isMisfit }) => isMisfit).length;
  const troubled = results.filter(
    (result) => result.state === 'judged' && result.is_troubled === true,
  ).length;
  return [
    ...(user !== null
      ? [`only ${user} sees the result, because this user cannot read all documents`]
      : []),
    ...(unknown > 0
      ? [`${unknown} of ${pluralWords(results.length, 'source')} could not be analyzed`]
      : []),
    ...(misfits > 0
      ? [
          `${misfits} of ${pluralWords(results.length, 'source')} ${misfits === 1 ? 'has' : 'have'} no event in a series, though there are documents`,
        ]
      : []),
    ...(troubled > 0
      ? [
          `some counts of ${pluralWords(troubled, 'source')} are unknown because of a temporary problem`,
        ]
      : []),
  ];
}

/** Which documents an analysis could not tag, in phrases. */
function taggingProblems(tagging: TaggingResult | null): string[] {
  const { certain, unsettled } = countRefused(tagging?.refused ?? []);
  const unread = tagging?.unread.length ?? 0;
  return [
    ...(certain > 0 ? [`${pluralWords(certain, 'document')} could not be tagged`] : []),
    ...(unsettled > 0
      ? [
          `up to ${pluralWords(unsettled, 'document')} may not be tagged (analyze the day with --tag again to find out)`,
        ]
      : []),
    ...(unread > 0
      ? [`the documents of ${pluralWords(unread, 'source')} could not all be read`]
      : []),
  ];
}

function orInPart(problems: string[], run: CheckedRun): string[] {
  // Such as silences that could not be stored: the notes of the run say it first.
  const isInPart = problems.length === 0 && run.status === 'partial' && wasOver(run);
  return isInPart ? ['the day is only partly analyzed'] : problems;
}

/**
 * What is missing in the result of a run that came to its end, in phrases; nothing if it is whole. A
 * day that is not over does not count. Every command that shows a result ends with exit code 1 for
 * these.
 */
export function runProblems(run: CheckedRun): string[] {
  return orInPart(resultProblems(run), run);
}

/** The same of an analysis just made, with what it could not tag. */
export function analysisProblems({ run, tagging }: Pick<Analysis, 'run' | 'tagging'>): string[] {
  const checked = { ...run, started_at: run['@timestamp'] };
  return orInPart([...resultProblems(checked), ...taggingProblems(tagging)], checked);
}

/** @throws UserError if something is missing though the analysis was completed */
export function throwIfIncomplete(analysis: Pick<Analysis, 'run' | 'tagging'>): void {
  const problems = analysisProblems(analysis);
  if (problems.length > 0) {
    throw new UserError(`${problems.join(', ')}: see the notes above`);
  }
}
