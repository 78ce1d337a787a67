import type { RowFinding } from '../../../common/api';
import {
  findingKey,
  findingsOf,
  keepFindings,
  silenceKey,
  type DayAnswer,
  type SilentStream,
} from '../../../common/report';
import type { ChannelSettings } from '../../../common/settings';
import { pluralWords, withNotKnown } from '../../../common/waveform/words';
import { notKnownWords } from '../silence';
import type { ToldDay } from './delivery_ledger';
import type { IsSettled } from './settled';

/** A day with the findings that a channel gets, and one line for each remark about the rest. */
export interface ChosenDay {
  readonly answer: DayAnswer;
  readonly remarks: readonly string[];
  /** Whether there is nothing that the channel must report. */
  readonly isEmpty: boolean;
}

/** Whether the settings of a channel include a finding. */
function isWanted(finding: RowFinding, settings: ChannelSettings): boolean {
  const { verdicts, least_surprise: least, sources } = settings;
  if (!verdicts.includes(finding.verdict)) return false;
  if (sources.length > 0 && !sources.includes(finding.source)) return false;
  return least === undefined || finding.surprise === null || finding.surprise >= least;
}

/** More names than these are only counted. */
const MOST_NAMES = 10;

/** Whether the settings of a channel include a silence. */
function isSilenceWanted({ source }: SilentStream, settings: ChannelSettings): boolean {
  const { verdicts, sources } = settings;
  return verdicts.includes('silent') && (sources.length === 0 || sources.includes(source));
}

/**
 * A day that names in its words only those sources of a channel of which it is not known whether they
 * are silent. Runs of older versions do not know which they are.
 */
function withDoubtOf(answer: DayAnswer, { sources: wanted }: ChannelSettings): DayAnswer {
  const { silence_not_known: words, silence_not_known_of: of, ...run } = answer.run;
  if (words === undefined || of === undefined || wanted.length === 0) return answer;
  const isWantedSource = (id: string): boolean => wanted.includes(id);
  const own = notKnownWords({
    sources: of.sources.filter(isWantedSource),
    hosts_of: of.hosts_of.filter(isWantedSource),
  });
  const { head, summary_without_names: unnamed } = answer;
  const inSummary = (text: string): string => withNotKnown(text, words, own);
  return {
    ...answer,
    run: own === null ? run : { ...run, silence_not_known: own },
    head: { ...head, summary: inSummary(head.summary) },
    ...(unnamed === undefined ? {} : { summary_without_names: inSummary(unnamed) }),
  };
}

/** Whether it is not known if something is silent that the channel would get. */
function isSilenceInDoubt({ run }: DayAnswer, { verdicts }: ChannelSettings): boolean {
  return run.silence_not_known !== undefined && verdicts.includes('silent');
}

function stillSilent(all: readonly string[], hasNames: boolean): string[] {
  if (all.length === 0) return [];
  if (!hasNames) return [`Still silent: ${all.length}.`];
  const names = all.slice(0, MOST_NAMES);
  const more = all.length - names.length;
  return [`Still silent: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

function counted(count: number, words: string): string[] {
  return count === 0 ? [] : [`${pluralWords(count, 'finding')} ${words}`];
}

/**
 * What a channel gets about a day.
 *
 * @param before what it got about the day before; a silence of that day is only one line now
 * @param isSettled whether a person has dealt with a finding
 */
export function chooseFindings(
  whole: DayAnswer,
  settings: ChannelSettings,
  before: ToldDay | undefined,
  isSettled: IsSettled,
): ChosenDay {
  const answer = withDoubtOf(whole, settings);
  const known = new Set(before?.findings);
  const all = findingsOf(answer);
  const open = all.filter((finding) => !isSettled(finding, answer.head.day));
  const wanted = open.filter((finding) => isWanted(finding, settings));
  const continued = wanted.filter((finding) => known.has(findingKey(finding)));
  const silent = continued.filter(({ verdict }) => verdict === 'silent');
  const left = new Set(settings.only_new ? continued : silent);
  const kept = new Set(wanted.filter((finding) => !left.has(finding)));
  const { silences = [] } = answer;
  const streams = silences.filter((stream) => isSilenceWanted(stream, settings));
  const isKnown = (stream: SilentStream): boolean => known.has(silenceKey(stream));
  const fresh = streams.filter((stream) => !isKnown(stream));
  const names = [
    ...streams.filter(isKnown).map(({ series_name: name }) => name),
    ...silent.map(({ series_name: name }) => name),
  ];
  return {
    answer: { ...keepFindings(answer, (finding) => kept.has(finding)), silences: fresh },
    remarks: [
      ...stillSilent([...new Set(names)], settings.names),
      ...counted(left.size - silent.length, 'as on the day before.'),
      ...counted(all.length - open.length, 'judged or muted.'),
      ...counted(
        open.length - wanted.length + silences.length - streams.length,
        'that this channel does not get.',
      ),
    ],
    isEmpty: kept.size + fresh.length === 0 && !isSilenceInDoubt(answer, settings),
  };
}

/** Identifies the findings and silences of a day across analyses and days. */
export function keysOf(answer: DayAnswer): string[] {
  return [...findingsOf(answer).map(findingKey), ...(answer.silences ?? []).map(silenceKey)];
}

/**
 * A day that was reported before: what is new in it, and how much of the report no longer applies.
 */
export function chooseChanges(
  whole: DayAnswer,
  settings: ChannelSettings,
  told: ToldDay,
  isSettled: IsSettled,
): ChosenDay {
  const answer = withDoubtOf(whole, settings);
  const known = new Set(told.findings);
  const now = new Set(keysOf(answer));
  const gone = told.findings.filter((key) => !now.has(key)).length;
  const isChange = (finding: RowFinding): boolean =>
    isWanted(finding, settings) &&
    !isSettled(finding, answer.head.day) &&
    !known.has(findingKey(finding));
  const changes = findingsOf(answer).filter(isChange);
  const { silences = [] } = answer;
  const fresh = silences.filter(
    (stream) => isSilenceWanted(stream, settings) && !known.has(silenceKey(stream)),
  );
  const { day } = answer.head;
  const noLonger = `${day} was analyzed again. No longer unusual: ${pluralWords(gone, 'finding')}.`;
  return {
    answer: { ...keepFindings(answer, isChange), silences: fresh },
    remarks: gone === 0 ? [] : [noLonger],
    isEmpty: changes.length + fresh.length === 0,
  };
}
