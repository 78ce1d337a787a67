import type { RowFinding } from '../../../common/api';
import { findingKey } from '../../../common/report';
import { streamKey } from '../../../common/sources';
import type { Day } from '../../../common/time';
import type { SilenceRow } from '../../app/silence';

/** The one group of actions: something needs attention. */
export const ALERT_GROUP = 'found';

/** The variables for templates, with the labels of the form. */
export const CONTEXT_VARIABLES = [
  { name: 'sentence', description: 'What is unusual or silent, as a sentence.' },
  { name: 'series', description: 'The series, or the host or source that is silent.' },
  { name: 'day', description: 'The day, such as 2026-11-28.' },
  { name: 'link', description: 'Where Logwave shows it. Empty without server.publicBaseUrl.' },
  { name: 'who', description: 'The source whose logs it is about, and the host if it is one.' },
] as const;

type Variable = (typeof CONTEXT_VARIABLES)[number]['name'];

/** One alert, as a rule reports it. */
export interface FoundAlert {
  /** The same at each check of the same finding, and of the same silence however long it lasts. */
  readonly id: string;
  readonly context: Readonly<Record<Variable, string>>;
}

/** The names that alerts need. */
export interface AlertWords {
  readonly linkTo: (day: Day) => string;
  readonly sourceName: (id: string) => string;
}

/**
 * A finding of a day. Findings of one incident share an id. Another day of the same series is
 * another alert.
 */
export function alertOfFinding(
  finding: RowFinding,
  day: Day,
  { linkTo, sourceName }: AlertWords,
): FoundAlert {
  const { sentence, series_name: series, source, incident } = finding;
  return {
    id: `${day} ${incident ?? findingKey(finding)}`,
    context: { sentence, series, day, link: linkTo(day), who: sourceName(source) },
  };
}

/** A silence, which is one alert until it is over. @param day on which it began or was due */
export function alertOfSilence(
  row: Pick<SilenceRow, 'source' | 'host' | 'subtype' | 'series_name' | 'sentence'>,
  day: Day,
  { linkTo, sourceName }: AlertWords,
): FoundAlert {
  const { source, host, subtype, series_name: series, sentence } = row;
  const name = sourceName(source);
  return {
    id: `silence ${streamKey(row)}`,
    context: {
      sentence,
      series: host === null && subtype === null ? name : series,
      day,
      link: linkTo(day),
      who: host === null ? name : `${name}, ${host}`,
    },
  };
}

type SilentStream = Parameters<typeof alertOfSilence>[0] & Pick<SilenceRow, 'state' | 'below'>;

/** What to alert about. */
export interface Found {
  readonly silences: readonly SilentStream[];
  /** The day of the silences. */
  readonly today: Day;
  /** Those of one day that are neither judged nor muted. */
  readonly findings: readonly RowFinding[];
  readonly day: Day;
}

/** The series and sources of silences, including the folded ones. */
function silentKeys(silences: readonly SilentStream[]): ReadonlySet<string> {
  const streams = silences.flatMap((row) => [row, ...row.below]);
  const ofAllHosts = streams.filter(({ host }) => host === null);
  return new Set(ofAllHosts.map((stream) => findingKey({ ...stream, verdict: 'silent' })));
}

/**
 * An alert for each silence, and one for each incident: its first finding stands for the others. A
 * finding that only repeats a silence is not an alert of its own.
 */
export function alertsOf({ silences, today, findings, day }: Found, words: AlertWords) {
  const silent = silences.filter(({ state }) => state === 'silent');
  const told = silentKeys(silent);
  const ofSilences = silent.map((row) => alertOfSilence(row, today, words));
  const ofFindings = findings
    .filter((finding) => !told.has(findingKey(finding)))
    .map((finding) => alertOfFinding(finding, day, words));
  const byId = new Map<string, FoundAlert>();
  for (const alert of [...ofSilences, ...ofFindings]) {
    if (!byId.has(alert.id)) byId.set(alert.id, alert);
  }
  return [...byId.values()];
}
