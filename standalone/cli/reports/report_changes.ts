import { verdictWords, clockWords, countWords, pluralWords } from '../../../common/waveform/words';
import type {
  ComparedFinding,
  FindingChange,
  LateChanges,
  Replay,
} from '../../../server/app/again';
import { INDENT, wrap } from './report_text';

function findingWords(finding: ComparedFinding | null): string {
  if (finding === null) return 'no finding';
  const { verdict, sentence, surprise } = finding;
  const strength = surprise === null ? '' : ` (surprise ${surprise.toPrecision(9)})`;
  return `${verdictWords(verdict)} ${sentence}${strength}`;
}

/** A series whose findings differ: its name, what was stored, and what is found now. */
export function changeLines({ name, code, before, after }: FindingChange): string[] {
  const series = name === code ? name : `${name} (${code})`;
  return [
    ...wrap(series, ''),
    ...wrap(`stored: ${findingWords(before)}`, INDENT),
    ...wrap(`now:    ${findingWords(after)}`, INDENT),
  ];
}

export function noteLines(notes: readonly string[]): string[] {
  if (notes.length === 0) return [];
  return ['', 'Notes:', ...notes.flatMap((note) => wrap(`- ${note}`, INDENT))];
}

/** The result of replaying a run, line by line. */
export function replayLines({ run_id: run, sources, findings, changes, notes }: Replay): string[] {
  const compared = `${pluralWords(findings, 'finding')} of ${pluralWords(sources.length, 'source')}`;
  const same = `The same findings: ${compared}, assessed again from kept counts.`;
  const different = `${pluralWords(changes.length, 'series', 'series')} with another finding, against ${compared} stored.`;
  const result = changes.length === 0 ? same : different;
  return [
    ...wrap(`${run}: ${sources.length === 0 ? 'nothing could be assessed again.' : result}`, ''),
    ...changes.flatMap((change) => ['', ...changeLines(change)]),
    ...noteLines(notes),
  ];
}

const MOST_SERIES = 20;

function countLines(counts: LateChanges['counts']): string[] {
  const lines = counts.slice(0, MOST_SERIES).flatMap(({ code, before, after, hours }) => {
    const at = hours.map(clockWords).join(', ');
    return wrap(`${code}: ${countWords(before)} → ${countWords(after)} at ${at}`, INDENT);
  });
  const more = counts.length - MOST_SERIES;
  return more > 0
    ? [...lines, `${INDENT}and ${pluralWords(more, 'series', 'series')} more`]
    : lines;
}

/** What late data changed, line by line. */
export function lateChangesLines({ run_id: run, counts, findings, notes }: LateChanges): string[] {
  const grown = pluralWords(counts.length, 'series', 'series');
  const found = pluralWords(findings.length, 'finding');
  return [
    ...wrap(`${run}: the counts of ${grown} changed; ${found} would come, go or change.`, ''),
    ...countLines(counts),
    ...findings.flatMap((change) => ['', ...changeLines(change)]),
    ...noteLines(notes),
  ];
}
