import { createHash } from 'node:crypto';
import { bySurprise, incidentIds, IncidentIds } from '../../../common/incidents';
import { seriesKey, type Source } from '../../../common/sources';
import type { Finding } from '../../../common/waveform/hours';
import { countWords } from '../../../common/waveform/words';
import type { ExplainingPorts, StoredIncident } from './explaining_ports';
import { groupFindings } from './group_findings';
import { valueFindings } from './value_findings';

/**
 * How many findings are compared with each other, and for how many the changed values are searched.
 */
const MOST_GROUPED = 100;
const MOST_VALUED = 50;

/** The findings that are to be explained. */
export interface FindingsToExplain {
  readonly runId: string;
  /** They may be iterated more than once, each time in the same order. */
  readonly findings: Iterable<Finding>;
  readonly sources: readonly Source[];
  /** The share of each excess that two findings must have in common, 0 to 1. */
  readonly leastShared: number;
  /** Whether findings of an earlier attempt may be stored, whose incident ids are kept. */
  readonly isAgain: boolean;
}

/** Findings with their incidents, and what a reader should know about that. */
export interface ExplainedFindings {
  readonly findings: Iterable<Finding>;
  readonly notes: readonly string[];
}

type SeriesOfRun = Pick<Finding, 'source' | 'subtype'> & { readonly run_id: string };

/** Identifies a finding across attempts at its run. */
function keyOf({ source, subtype }: Pick<Finding, 'source' | 'subtype'>): string {
  return seriesKey(source, subtype);
}

/** The id of an incident that begins with a finding. */
export function incidentIdOf(finding: SeriesOfRun): string {
  const named = `${finding.run_id} ${keyOf(finding)}`;
  return createHash('sha256').update(named).digest('base64url').slice(0, 22);
}

/** The most surprising findings, the first one first, and how many there are in total. */
function mostSurprising(findings: Iterable<Finding>, most: number) {
  let first: Finding[] = [];
  let all = 0;
  for (const finding of findings) {
    all += 1;
    first.push(finding);
    if (first.length >= 2 * most) first = first.sort(bySurprise).slice(0, most);
  }
  return { first: first.sort(bySurprise).slice(0, most), all };
}

/**
 * Explains the findings of a run: which are views of one incident, and who or what changed. The 100
 * most surprising are compared with each other, and for 50 the changed values are searched. If that
 * cannot be counted, a note says so, and the findings stay as they are.
 *
 * @throws what the ports throw
 */
export async function explainFindings(
  { runId, findings, sources, leastShared, isAgain }: FindingsToExplain,
  ports: ExplainingPorts,
  signal: AbortSignal,
): Promise<ExplainedFindings> {
  const { first, all } = mostSurprising(findings, MOST_GROUPED);
  if (all === 0) return { findings, notes: [] };
  const byId = new Map(sources.map((source) => [source.id, source]));
  const stored = isAgain ? await ports.earlierIncidents(runId, signal) : [];
  const grouped = await groupFindings(first, byId, leastShared, ports, signal);
  const valued = await valueFindings(first.slice(0, MOST_VALUED), byId, ports, signal);
  const more = new Map<string, Partial<Finding>>();
  for (const finding of first) {
    const [shared, values] = [grouped.shared.get(finding), valued.values.get(finding)];
    more.set(keyOf(finding), {
      ...(shared === undefined ? {} : { shared }),
      ...(values === undefined ? {} : { values }),
    });
  }
  const notes = [...grouped.notes, ...valued.notes];
  if (all > first.length) {
    const [some, total] = [countWords(first.length), countWords(all)];
    notes.unshift(
      `only the ${some} most surprising of ${total} findings were grouped into incidents`,
    );
  }
  return { findings: withIncidents(findings, grouped.groups, more, stored), notes };
}

/**
 * The findings with their explanations. Each one that was not compared is an incident of its own.
 */
function withIncidents(
  findings: Iterable<Finding>,
  groups: readonly (readonly Finding[])[],
  more: ReadonlyMap<string, Partial<Finding>>,
  stored: readonly StoredIncident[],
): Iterable<Finding> {
  const earlierOf = (runId: string): Map<string, string> =>
    new Map(stored.map((one) => [incidentIdOf({ ...one, run_id: runId }), one.incident]));
  return {
    *[Symbol.iterator]() {
      const [head] = groups[0] ?? [];
      const ids = new IncidentIds(earlierOf(head?.run_id ?? ''), incidentIdOf);
      const known = new Map<string, string>();
      for (const [finding, id] of incidentIds(groups, ids)) known.set(keyOf(finding), id);
      for (const finding of findings) {
        const alone = (): string => ids.kept([finding]) ?? ids.begun([finding]);
        const incident = known.get(keyOf(finding)) ?? alone();
        yield { ...finding, ...more.get(keyOf(finding)), incident };
      }
    },
  };
}
