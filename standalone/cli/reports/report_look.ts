import type { Guess } from '../../look';
import { place } from '../../place';

const MOST_SHOWN = 10;

/** Which sources were guessed and why, and what was left out. */
export function guessLines({ sources, left_out: leftOut }: Guess): string[] {
  const shown = leftOut.slice(0, MOST_SHOWN);
  const rest = leftOut.length - shown.length;
  return [
    'Sources:',
    ...sources.map(({ source, reason }) => `  ${source.id} (${source.index}): ${reason}`),
    ...(shown.length === 0 ? [] : ['Left out:']),
    ...shown.map(({ pattern, reason }) => `  ${pattern}: ${reason}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/**
 * What was not written, and how to keep results.
 *
 * @param cluster the options that lead another command to the cluster, such as " --es URL"
 * @param settingsFile the text of a settings file that names the guessed sources
 */
export function permanentLines(url: string, cluster: string, settingsFile: string): string[] {
  return [
    `Nothing was written to ${url}: results are in memory and are lost when the command ends.`,
    'To make this permanent, save the following as logwave.json, then run',
    `  ${place.command} analyze --settings logwave.json${cluster}`,
    '',
    settingsFile.trimEnd(),
  ];
}
