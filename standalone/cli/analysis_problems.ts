import { localDay } from '../../common/time';
import { closedHours } from '../../common/waveform/hours';
import { pluralWords } from '../../common/waveform/words';
import type { Run } from '../../server/app/runs';
import { countRefused } from '../../server/app/tagging';
import type { Analysis } from './run_analysis';

/** Whether the day was over when its analysis began, so that nothing of it was still to come. */
function wasOver({ day, zone, '@timestamp': begun }: Run): boolean {
  return closedHours(localDay(day, zone), Date.parse(begun)).every(Boolean);
}

/**
 * What went wrong though the analysis was completed, in phrases; nothing if all is well. A day that is
 * not over does not count.
 */
export function analysisProblems({ run, tagging }: Pick<Analysis, 'run' | 'tagging'>): string[] {
  const { source_results: results, seen_by: user } = run;
  const unknown = results.filter(({ state }) => state === 'unknown').length;
  const misfits = results.filter(({ is_misfit: isMisfit }) => isMisfit).length;
  const troubled = results.filter(
    (result) => result.state === 'judged' && result.is_troubled === true,
  ).length;
  const { certain, unsettled } = countRefused(tagging?.refused ?? []);
  const unread = tagging?.unread.length ?? 0;
  const problems = [
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
  // Such as silences that could not be stored: the notes of the run say it first.
  const isInPart = problems.length === 0 && run.status === 'partial' && wasOver(run);
  return isInPart ? ['the day is only partly analyzed'] : problems;
}
