import type { ApiFinding, RowFinding } from '../../common/api';
import { explainedSentence } from '../../common/incidents';
import { type Finding, ratioIn } from '../../common/waveform/hours';
import { ticketSentence, type TicketLimits } from '../../common/waveform/words';
import { subtypeKey } from '../app/basics';

/** Fields that are in the row of the series, or that apply to the whole answer. */
const REPEATED = [
  'day',
  'zone',
  'today',
  'usual_day',
  'contribution',
  'surprise_by_hour',
  'basis',
  'basis_days',
] as const;

/** A finding as the API shows it. @param limits the thresholds of its run */
export function toApiFinding(finding: Finding, limits: TicketLimits): ApiFinding {
  return {
    at: finding['@timestamp'],
    run_id: finding.run_id,
    day: finding.day,
    zone: finding.zone,
    source: finding.source,
    subtype: finding.subtype === null ? null : subtypeKey(finding.subtype),
    series_name: finding.series_name,
    series_code: finding.series_code,
    tag: finding.tag,
    method: finding.method,
    method_version: finding.method_version,
    settings_hash: finding.settings_hash,
    verdict: finding.verdict,
    hours: [...finding.hours],
    flagged: finding.flagged.map(({ hour, count, events, expected, usual, score, surprise }) => ({
      hour,
      count,
      events,
      expected,
      usual: usual === null ? null : [...usual],
      score,
      surprise,
    })),
    runs: finding.runs.map(({ direction, from, to, count, expected, usual, logged, surprise }) => ({
      ...(direction === undefined ? {} : { direction }),
      from,
      to,
      count,
      expected,
      usual: usual === null ? null : [...usual],
      ...(logged === undefined
        ? {}
        : { logged: { ...logged, usual: logged.usual && [...logged.usual] } }),
      surprise,
    })),
    count: finding.count,
    expected: finding.expected,
    ratio: ratioIn(finding),
    shift: finding.shift === null ? null : { ...finding.shift, due: [...finding.shift.due] },
    surprise: finding.surprise,
    difference: finding.difference,
    rank: finding.rank === null ? null : { ...finding.rank },
    basis: finding.basis,
    basis_days: [...finding.basis_days],
    incident: finding.incident ?? null,
    shared: (finding.shared ?? []).map(({ hours, ...one }) => ({
      ...one,
      subtype: subtypeKey(one.subtype),
      hours: hours === undefined ? null : [...hours],
    })),
    values: (finding.values ?? []).map((value) => ({ ...value })),
    sentence: finding.sentence,
    explained: explainedSentence(finding),
    ticket: ticketSentence(finding, limits),
    today: [...finding.today],
    usual_day: finding.usual_day === null ? null : [...finding.usual_day],
    contribution: finding.contribution === null ? null : [...finding.contribution],
    surprise_by_hour: finding.surprise_by_hour === null ? null : [...finding.surprise_by_hour],
  };
}

/** A finding as the answer about its series has it. */
export function toRowFinding(finding: Finding, limits: TicketLimits): RowFinding {
  const shown: Partial<ApiFinding> & RowFinding = toApiFinding(finding, limits);
  for (const key of REPEATED) delete shown[key];
  return shown;
}
