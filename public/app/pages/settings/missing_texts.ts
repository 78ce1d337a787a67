import type { AnswerOf, getDiagnostics } from '../../../../common/api';

type Sources = AnswerOf<typeof getDiagnostics>['sources'];

/** What the user lacks on the logs, each privilege once with the sources that it is missing for. */
export function missingTexts(sources: Sources): string[] {
  const lacking = new Map<string, string[]>();
  for (const { source, missing } of sources) {
    for (const words of missing) lacking.set(words, [...(lacking.get(words) ?? []), source]);
  }
  return [...lacking].map(([words, ids]) => `${ids.join(', ')}: ${words}`);
}
