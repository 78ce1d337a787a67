import type { Judgment } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import type { Source } from '../../../common/sources';
import { addDays, daysBefore, type Day } from '../../../common/time';
import type { Finding, SourceDay } from '../../../common/waveform/hours';
import { type DayDecisions, type Decisions, decisionsOf } from '../deciding';
import { prepareSource, type SourceToAssess } from '../assessing';
import { allOver, subtypeKey } from '../basics';
import {
  readClosed,
  readKeptSource,
  type ClosedPorts,
  type KeptPorts,
  type KeptSeriesPorts,
} from '../counting';
import { sentencesOf } from '../runs';
import { daysToAssess } from './days_to_assess';

/** Which judgment is tried, in addition to which others, and on which days. */
export interface JudgmentReplayRequest {
  readonly source: Source;
  readonly settings: Settings;
  /** The judgments so far. */
  readonly decisions: Decisions;
  /** A judgment that is not stored yet. */
  readonly proposed: Judgment;
  /** The last of the days. */
  readonly to: Day;
  readonly days: number;
}

/** The effect of a judgment on the findings of its series. Each list is of days, oldest first. */
export interface JudgmentReplay {
  /** Days that could be assessed from kept counts. */
  readonly days: readonly Day[];
  /** Findings that disappear, without confirmed incidents. */
  readonly gone: readonly Day[];
  /** Findings judged an incident that stay. */
  readonly confirmed: readonly Day[];
  /** Confirmed incidents that would no longer be found. */
  readonly lost: readonly Day[];
  /** Findings with other hours or another verdict. */
  readonly moved: readonly Day[];
  /** Findings on days that had none before. */
  readonly new: readonly Day[];
  /** What could not be assessed, and why: one sentence each. */
  readonly notes: readonly string[];
}

interface Both {
  readonly day: Day;
  readonly before: Finding | null;
  readonly after: Finding | null;
}

/** Kept counts as one series needs them. */
function ofOneSeries(key: string | null, ports: KeptSeriesPorts): KeptPorts {
  return {
    missingRights: (source, signal) => ports.missingRights(source, signal),
    readKept: (source, zone, days, signal) => ports.readKeptSeries(source, zone, key, days, signal),
  };
}

/** The whole subtype of a key, as the kept days have it. */
function wholeSubtype(days: ReadonlyMap<Day, SourceDay>, key: string | null): string | null {
  if (key === null) return null;
  for (const { series } of days.values()) {
    if (series.has(key)) return key;
    for (const subtype of series.keys()) if (subtypeKey(subtype) === key) return subtype;
  }
  return key;
}

function isSame(a: Finding, b: Finding): boolean {
  return a.verdict === b.verdict && a.hours.join() === b.hours.join();
}

function findingOn(
  toAssess: SourceToAssess,
  subtype: string | null,
  settings: Settings,
): Finding | null {
  // Of no run: only what is found is looked at.
  const identity = { scope: '', run_id: '', settings_hash: '', seen_by: null };
  const prepared = prepareSource(toAssess, settings, identity);
  return subtype === null ? prepared.finding : prepared.assess(subtype).finding;
}

/** Whether the same judgments apply to a day. Then it need not be assessed again. */
function isSaid(was: DayDecisions, is: DayDecisions): boolean {
  const idsOf = ({ judgments }: DayDecisions): string =>
    JSON.stringify(judgments.map(({ id, at }) => [id, at]));
  return idsOf(was) === idsOf(is);
}

/** Days on which the series was judged an incident. */
function incidentDays(inForce: readonly Judgment[], { source, subtype }: Judgment): Set<Day> {
  const own = inForce.filter(
    (one) => one.judgment === 'incident' && one.source === source && one.subtype === subtype,
  );
  return new Set(own.map(({ day }) => day));
}

function compared(all: readonly Both[], incidents: ReadonlySet<Day>) {
  const daysOf = (is: (one: Both) => boolean): Day[] => all.filter(is).map(({ day }) => day);
  const isGone = ({ before, after }: Both): boolean => before !== null && after === null;
  return {
    days: all.map(({ day }) => day),
    gone: daysOf((one) => isGone(one) && !incidents.has(one.day)),
    confirmed: daysOf(({ day, after }) => after !== null && incidents.has(day)),
    lost: daysOf((one) => isGone(one) && incidents.has(one.day)),
    moved: daysOf(
      ({ day, before, after }) =>
        before !== null && after !== null && !isSame(before, after) && !incidents.has(day),
    ),
    new: daysOf(({ before, after }) => before === null && after !== null),
  };
}

/**
 * Assesses the last days of one series again, with and without a judgment, from kept counts alone,
 * to show its effect before it is stored. No log is searched and nothing is written.
 *
 * @throws what the ports throw
 */
export async function replayJudgment(
  { source, settings, decisions, proposed, to, days: count }: JudgmentReplayRequest,
  ports: KeptSeriesPorts & ClosedPorts,
  signal: AbortSignal,
): Promise<JudgmentReplay> {
  const days = daysBefore(addDays(to, 1), count).reverse();
  const wanted = daysBefore(addDays(to, 1), count + settings.training.days);
  const [kept, closed] = await allOver([
    readKeptSource(source, settings.zone, wanted, ofOneSeries(proposed.subtype, ports), signal),
    readClosed(source, to, ports, signal),
  ]);
  const subtype = wholeSubtype(kept.days, proposed.subtype);
  const present = decisionsOf(decisions, { from: days[0] ?? to, to }, settings);
  const then = present.withJudgment(proposed);
  const { ready, notes } = daysToAssess(source, kept, closed, days, settings, present);
  const both = ready.map((one): Both => {
    const { day } = one.day;
    const by = (decided: DayDecisions): Finding | null =>
      findingOn({ ...one, decided }, subtype, settings);
    const [was, is] = [present.on(day), then.on(day)];
    const before = by(was);
    return { day, before, after: isSaid(was, is) ? before : by(is) };
  });
  const incidents = incidentDays(then.inForce, proposed);
  return { ...compared(both, incidents), notes: [...present.notes, ...sentencesOf(notes)] };
}
