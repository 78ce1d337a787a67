import { judgedCase, judgmentsFor, type Judgment } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import { addDays, localDay, type Day } from '../../../common/time';
import { describeSeries } from '../../../common/waveform';
import type { SeriesCase } from '../../../common/waveform/hours';
import { judgmentOf } from '../../fixtures/judgments';
import { randomFrom, type Random } from '../../generator/random';

const FIRST_DAY = '2026-01-05';
const TRAINING = 31;
/** A weekly series has 62 days. A monthly event comes but twice in these: it needs four more weeks twice. */
const DAYS = { weekly: 62, monthly: 118 } as const;
const EVERY = { weekly: 7, monthly: 28 } as const;
/**
 * A weekly event has 1 to 20 times its least size, another each week, as a backup does that copies what
 * has changed. One of always the same size is learned from two occurrences and found no more, so that
 * judgments had nothing to do. Powers of e.
 */
const SPREAD = { weekly: 3, monthly: 0 } as const;
const JUDGED = 2;
/** A week is known before. */
const FIRST_TESTED = 7;

export type Kind = keyof typeof DAYS;

/** Findings after two judgments, and what they are about. */
export interface Tally {
  events: number;
  foundEvents: number;
  incidents: number;
  foundIncidents: number;
  others: number;
  days: number;
}

interface Planted {
  readonly days: readonly (readonly number[])[];
  readonly hours: readonly number[];
  readonly first: number;
  readonly incident: { readonly at: number; readonly hour: number };
}

function drawSeries(random: Random, kind: Kind): Planted {
  const level = 4 * Math.exp(random.uniform() * 3);
  const dispersion = random.uniform() * 0.1;
  const [peak, swing] = [random.whole(0, 23), random.uniform() * 0.7];
  const start = random.whole(0, 22);
  const hours = [start, start + 1];
  const first = random.whole(0, EVERY[kind] - 1);
  const size = level * (6 + random.uniform() * 10) + 30;
  const incident = { at: DAYS[kind] - 1 - random.whole(0, 6), hour: (start + 12) % 24 };
  const factors = Array.from({ length: DAYS[kind] }, () =>
    SPREAD[kind] === 0 ? 1 : Math.exp(random.uniform() * SPREAD[kind]),
  );
  const days = Array.from({ length: DAYS[kind] }, (_, at) =>
    Array.from({ length: 24 }, (_unused, hour) => {
      const mean = level * (1 + swing * Math.cos(((hour - peak) * Math.PI) / 12));
      const usual = random.negativeBinomial(mean, dispersion);
      const isEvent = at % EVERY[kind] === first && hours.includes(hour);
      const isIncident = at === incident.at && hour === incident.hour;
      return (
        usual +
        (isEvent ? random.poisson(size * (factors[at] ?? 1)) : 0) +
        (isIncident ? random.poisson(size) : 0)
      );
    }),
  );
  return { days, hours, first, incident };
}

function caseAt({ days }: Planted, at: number): SeriesCase {
  const dayOf = (place: number): Day => addDays(FIRST_DAY, place);
  const training = days.slice(Math.max(0, at - TRAINING), at);
  return {
    day: dayOf(at),
    counts: days[at] ?? [],
    training: training.map((counts, place) => ({
      day: dayOf(at - training.length + place),
      counts,
    })),
  };
}

function findingAt(planted: Planted, at: number, settings: Settings, judged: readonly Judgment[]) {
  const given = caseAt(planted, at);
  const inForce = judgmentsFor(judged, given.day, TRAINING);
  const { columns } = localDay(given.day, 'UTC');
  const context = { source_days: given.training.length };
  const { assessment } = describeSeries(judgedCase(given, inForce), columns, settings, context);
  return assessment.state === 'unusual' ? assessment.flagged.map(({ hour }) => hour) : [];
}

/**
 * Counts what is found after two judgments, or after one where that is enough: with them and
 * without, on the same days.
 */
export function measureRecurring(
  kind: Kind,
  settings: Settings,
  seed: number,
): { readonly without: Tally; readonly judged: Tally } | undefined {
  const planted = drawSeries(randomFrom(seed), kind);
  const judgments: Judgment[] = [];
  const none = (): Tally => ({
    events: 0,
    foundEvents: 0,
    incidents: 0,
    foundIncidents: 0,
    others: 0,
    days: 0,
  });
  const tallies = { without: none(), judged: none() };
  for (let at = FIRST_TESTED; at < DAYS[kind]; at += 1) {
    const isEvent = at % EVERY[kind] === planted.first;
    const isIncident = at === planted.incident.at;
    const mine = (hours: readonly number[]) => hours.filter((hour) => planted.hours.includes(hour));
    const isFirst = judgments.length === 0;
    const hours = isEvent ? mine(findingAt(planted, at, settings, judgments)) : [];
    // A second judgment is made only where the first was not enough.
    if (judgments.length < JUDGED && hours.length > 0) {
      const id = `judgment ${at}`;
      const day = addDays(FIRST_DAY, at);
      // Once for the first; who sees it again knows that it recurs.
      const repeats = isFirst ? 'once' : 'weekday';
      judgments.push(judgmentOf({ id, day, hours, repeats, until: addDays(day, 92) }));
      continue;
    }
    if (isFirst) continue;
    for (const [name, tally] of Object.entries(tallies)) {
      const found = findingAt(planted, at, settings, name === 'judged' ? judgments : []);
      const others = found.filter(
        (hour) =>
          !(isEvent && planted.hours.includes(hour)) &&
          !(isIncident && hour === planted.incident.hour),
      );
      tally.days += 1;
      tally.events += Number(isEvent);
      tally.foundEvents += Number(isEvent && mine(found).length > 0);
      tally.incidents += Number(isIncident);
      tally.foundIncidents += Number(isIncident && found.includes(planted.incident.hour));
      tally.others += Number(others.length > 0);
    }
  }
  return judgments.length === 0 ? undefined : tallies;
}
