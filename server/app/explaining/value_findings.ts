import { ownStretches, tellingValues } from '../../../common/incidents';
import type { Source } from '../../../common/sources';
import type { Finding, TellingValue } from '../../../common/waveform/hours';
import { pluralWords } from '../../../common/waveform/words';
import { mapAhead } from '../basics';
import type { Answer } from '../counting';
import type { ExplainingPorts } from './explaining_ports';
import { rangesAt } from './ranges_at';

/** How many findings are processed at once. */
const AT_ONCE = 4;

/** The values that explain findings, and what a reader should know about that. */
export interface Valued {
  readonly values: ReadonlyMap<Finding, readonly TellingValue[]>;
  readonly notes: readonly string[];
}

/** If no event came, no value of it can be named. */
async function valuesOf(
  finding: Finding,
  sources: ReadonlyMap<string, Source>,
  { countValues }: Pick<ExplainingPorts, 'countValues'>,
  signal: AbortSignal,
): Promise<Answer<readonly TellingValue[]>> {
  const { source: id, subtype, day, zone, basis_days: days } = finding;
  const source = sources.get(id);
  const [strongest = finding.runs[0]] = ownStretches(finding);
  if (source === undefined || subtype === null || (strongest?.count ?? 0) === 0)
    return { state: 'known', value: [] };
  const { from = 0, to = 0 } = strongest ?? {};
  const hours = finding.hours.filter((hour) => hour >= from && hour < to);
  const times = { today: rangesAt([day], zone, hours), usual: rangesAt(days, zone, hours) };
  const counted = await countValues({ source, subtype }, times, days.length, signal);
  return counted.state === 'unknown'
    ? counted
    : { state: 'known', value: tellingValues(counted.value) };
}

/**
 * Who or what it was, for each of the findings, in the hours of its strongest stretch.
 *
 * @throws what the port throws
 */
export async function valueFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, Source>,
  ports: Pick<ExplainingPorts, 'countValues'>,
  signal: AbortSignal,
): Promise<Valued> {
  const values = new Map<Finding, readonly TellingValue[]>();
  const reasons: string[] = [];
  const asked = mapAhead(findings, AT_ONCE, async (finding) => ({
    finding,
    answer: await valuesOf(finding, sources, ports, signal),
  }));
  for await (const { finding, answer } of asked) {
    if (answer.state === 'unknown') reasons.push(answer.reason);
    else if (answer.value.length > 0) values.set(finding, answer.value);
  }
  const [first] = reasons;
  if (first === undefined) return { values, notes: [] };
  const count = pluralWords(reasons.length, 'finding');
  return { values, notes: [`who or what is behind ${count} is not known: ${first}`] };
}
