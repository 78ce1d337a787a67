import { greatest } from '../../../common/lists';
import { HOURS_PER_DAY, localDay } from '../../../common/time';
import { countIncidents, explainedSentence } from '../../../common/incidents';
import { eventsWords } from '../../../common/report';
import { type Finding, knownEvents, usualTotal } from '../../../common/waveform/hours';
import {
  blockLine,
  changeWords,
  verdictWords,
  silentThings,
  summarySentence,
  clockWords,
  countWords,
} from '../../../common/waveform/words';
import { noLogsOn, silentSources, type Run, type SourceResult } from '../../../server/app/runs';
import type { SilenceRow } from '../../../server/app/silence';
import type { Limits } from './report_limits';
import { INDENT, WIDTH, wrap } from './report_text';

const CHARACTERS_PER_HOUR = 3;
const AXIS_EVERY = 6;

/** Marks that a terminal can show; plain text if it cannot. */
export interface Ink {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly flag: (text: string) => string;
}

export const plainInk: Ink = { bold: (text) => text, dim: (text) => text, flag: (text) => text };

function ratioOf(finding: Finding): string {
  return finding.subtype === null ? '' : changeWords(finding);
}

/** The axis under a line of blocks: the hour above its column, every six hours. */
function axis(): string {
  const labels = Array.from({ length: HOURS_PER_DAY / AXIS_EVERY }, (_, index) =>
    String(index * AXIS_EVERY)
      .padStart(2, '0')
      .padEnd(AXIS_EVERY * CHARACTERS_PER_HOUR),
  );
  return labels.join('').trimEnd();
}

function markFlagged(line: string, hours: readonly number[], ink: Ink): string {
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => {
    const cell = line.slice(hour * CHARACTERS_PER_HOUR, (hour + 1) * CHARACTERS_PER_HOUR);
    return hours.includes(hour) ? ink.flag(cell) : cell;
  }).join('');
}

function waveLines(finding: Finding, ink: Ink): string[] {
  const { day, zone, today, usual_day: usualDay, hours } = finding;
  const { columns } = localDay(day, zone);
  const known = [...today, ...(usualDay ?? [])].map((count) => count ?? 0);
  const top = greatest([5, ...known]);
  const line = (counts: readonly (number | null)[]): string =>
    blockLine(counts, top, CHARACTERS_PER_HOUR);
  const total = knownEvents(today, columns) ?? 0;
  const lines = [`${INDENT}day   ${markFlagged(line(today), hours, ink)} ${countWords(total)}`];
  if (usualDay !== null) {
    const usual = countWords(usualTotal(today, usualDay, columns));
    lines.push(ink.dim(`${INDENT}usual ${line(usualDay)} ${usual}`));
  }
  const hoursAxis = axis().padEnd(HOURS_PER_DAY * CHARACTERS_PER_HOUR);
  lines.push(ink.dim(`${INDENT}      ${hoursAxis} █ = ${countWords(top)}`));
  return lines;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How far beyond its threshold the strongest test is, and what it was compared with. */
function surpriseLine({ surprise, basis }: Finding): string[] {
  if (surprise === null) return [];
  return [`${INDENT}surprise ${surprise.toFixed(2)} (threshold 1); compared with ${basis}`];
}

/** The arithmetic behind the flags, which an analyst can recompute. */
function whyLine(finding: Finding, limits: Limits): string[] {
  const { contribution, difference, flagged } = finding;
  if (finding.method !== 'talk') return surpriseLine(finding);
  if (contribution === null) return [];
  const day = difference === null ? 'not finite' : difference.toFixed(2);
  const shares = [...flagged]
    .sort((a, b) => b.score - a.score)
    .map(({ hour, score }) => `${clockWords(hour)} carries ${percent(score)}`);
  return [
    `${INDENT}difference ${day} (threshold ${limits.difference.toFixed(2)}); ` +
      `${shares.join(', ')} (threshold ${percent(limits.contribution)})`,
  ];
}

/** The series on as many lines as needed. The ratio is at the end of the last. */
function titleLines({ series_name: name, series_code: code }: Finding, ratio: string): string[] {
  const title = name === code ? name : `${name} (${code})`;
  const lines = wrap(title, '', WIDTH - ratio.length - 1);
  return lines.map((line, place) =>
    place === lines.length - 1 && ratio !== '' ? line.padEnd(WIDTH - ratio.length) : line,
  );
}

/** One finding: the series, the verdict in words, the day against the usual day, and why. */
export function findingLines(finding: Finding, limits: Limits, ink: Ink): string[] {
  const ratio = ratioOf(finding);
  const title = titleLines(finding, ratio);
  const last = title.length - 1;
  const head = title.map((line, place) =>
    place === last ? `${ink.bold(line)}${ink.flag(ratio)}` : ink.bold(line),
  );
  const words = wrap(`${verdictWords(finding.verdict)} ${explainedSentence(finding)}`, INDENT);
  const why = whyLine(finding, limits).flatMap((line) => wrap(line, INDENT));
  if (finding.subtype === null) return [...title.map(ink.bold), ...words];
  return [...head, ...words, ...waveLines(finding, ink), ...why.map(ink.dim)];
}

/** Findings that are views of one incident together, in the order of the first of each. */
function incidentsIn(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const incidents = new Map<string | Finding, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = finding.incident ?? finding;
    const incident = incidents.get(key);
    if (incident === undefined) incidents.set(key, [finding]);
    else incident.push(finding);
  }
  return [...incidents.values()];
}

/** Another view of the incident above. */
function viewLines(finding: Finding): string[] {
  const words = `${verdictWords(finding.verdict)} ${explainedSentence(finding)}`;
  return wrap(`Also ${finding.series_name}: ${words}`, INDENT);
}

/** What a run has found. */
export interface ReportedRun {
  readonly run: Run;
  readonly findings: readonly Finding[];
  /** Findings about series without a judgment; undefined if none is judged. */
  readonly unjudged: number | undefined;
  /** What was silent at the end of the day; absent if that is not known. */
  readonly silences?: readonly SilenceRow[];
}

/** The headline of the day: the sentence of the page and the API. */
function summaryLine({ run, findings, unjudged, silences = [] }: ReportedRun): string {
  const { series, series_unusual: unusual, source_results: results, tagged, left_out } = run;
  const sum = (of: (result: SourceResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const ofSeries = findings.filter(({ subtype }) => subtype !== null);
  return summarySentence({
    series,
    unusual,
    incidents: ofSeries.length === unusual ? countIncidents(ofSeries) : undefined,
    unjudged,
    not_judged: sum(({ not_judged }) => not_judged),
    below_floor: sum(({ below_floor }) => below_floor),
    ...silentSources(results, findings),
    silences: silentThings(silences, findings),
    not_known: run.silence_not_known,
    no_logs: noLogsOn(run.day, results),
    tagged,
    tagged_at_most: run.tagged_at_most,
    tagged_unsettled: run.tagged_unsettled,
    notes: left_out.length,
    bases: results.flatMap(({ bases = [] }) => bases),
  });
}

/** The whole report of a run, line by line. */
export function reportLines(reported: ReportedRun, limits: Limits, ink: Ink): string[] {
  const { run, findings } = reported;
  const head = `${run.day}, ${run.zone}: ${eventsWords(run.source_results, run.documents)}`;
  const blocks = incidentsIn(findings).flatMap(([head, ...views]) => [
    '',
    ...findingLines(head, limits, ink),
    ...views.flatMap(viewLines),
  ]);
  const leftOut = run.left_out.flatMap((sentence) => wrap(`- ${sentence}`, INDENT));
  return [
    ink.bold(head),
    ...blocks,
    '',
    ...wrap(summaryLine(reported), '').map(ink.bold),
    ...(leftOut.length === 0 ? [] : ['', 'Notes:', ...leftOut]),
  ];
}
