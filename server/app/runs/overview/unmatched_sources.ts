import { appendAll, greatest } from '../../../../common/lists';
import { presetSources, type Source } from '../../../../common/sources';
import type { LocalDay } from '../../../../common/time';
import { pluralWords } from '../../../../common/waveform/words';
import type { Unmatched } from '../../counting';
import type { FittingSource, OverviewPorts } from './overview_ports';

/** A source that was counted and found nothing though there are documents. */
export interface MatchedSource {
  readonly source: Source;
  readonly unmatched: Unmatched | undefined;
}

/** The notes about sources that do not fit their indices. */
export interface UnmatchedNote {
  readonly sources: readonly Source[];
  readonly words: string;
  /** Whether the settings are probably wrong, so that the run is incomplete. */
  readonly isFault: boolean;
}

/** Sources of one index expression that found nothing, and what they lack. */
interface Misfit {
  readonly index: string;
  readonly sources: readonly Source[];
  readonly documents: number;
  /** Fields that none of its indices maps. */
  readonly unmapped: readonly string[];
  /** Why they cannot be counted, in a sentence; null if the fields are not the cause. */
  readonly unusable: string | null;
  /** Whether each of them lacks a field and has never found anything. */
  readonly isStructural: boolean;
}

const SHOWN = 3;

/** Presets that fit nearly every index say little about its contents. */
const GENERAL = new Set(['shippers', 'shippers_ecs', 'events', 'wazuh_agents', 'wazuh_5_agents']);

/**
 * The tags of Logwave's ingestion and of Logstash's filters for events that could not be parsed.
 */
const FAILURE_TAGS = [
  '_parsefailure',
  '_grokparsefailure',
  '_grokparsefailure_sysloginput',
  '_jsonparsefailure',
];

/** A source of unparsed events, on the index of another. */
function notUnderstood(source: Source): Source {
  const filter = [{ field: 'tags', any_of: FAILURE_TAGS }];
  return { ...source, id: 'not_understood', filter, subtype_fields: ['tags'] };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The fields that all of them lack; if they share none, all fields that one of them lacks. */
function sharedFields(lacking: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lacking;
  const shared = first.filter((field) => others.every((fields) => fields.includes(field)));
  return shared.length > 0 ? shared : [...new Set(lacking.flat())];
}

function misfitOf(index: string, found: readonly Required<MatchedSource>[]): Misfit {
  const known = found.flatMap(({ unmatched }) => unmatched ?? []);
  return {
    index,
    sources: found.map(({ source }) => source),
    documents: greatest([0, ...known.map(({ documents }) => documents)]),
    unmapped: sharedFields(known.map(({ unmapped }) => unmapped)),
    unusable: known.find(({ unusable }) => unusable !== null)?.unusable ?? null,
    isStructural: known.every((one) => one.unmapped.length > 0 && !one.was_matched),
  };
}

function quoted(fields: readonly string[]): string {
  const shown = fields.slice(0, SHOWN).map((field) => `"${field}"`);
  const more = fields.length - SHOWN;
  const all = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return fields.length === 1 ? `the field ${all}` : `the fields ${all}`;
}

/**
 * Why nothing matches: fields that cannot be used or are not mapped, or values that no document
 * has.
 */
function reasonWords({ unmapped, unusable }: Misfit, stored: readonly string[]): string {
  if (unusable !== null) return unusable;
  if (stored.length > 0) {
    const them = stored.length === 1 ? 'it' : 'them';
    return `documents have ${quoted(stored)}, but no index maps ${them}, so searches cannot find ${them}: map ${them} as keyword`;
  }
  if (unmapped.length > 0) return `no index has ${quoted(unmapped)}`;
  return 'no document has the values of the filter and the field to count by';
}

function fittingWords(index: string, fitting: readonly FittingSource[]): string {
  if (fitting.length === 0) return '';
  const names = fitting.slice(0, SHOWN).map(({ source: { id, name } }) => `${id} ("${name}")`);
  const enable = `with the index "${index}"`;
  if (names.length > 1) {
    return `. The presets ${names.join(' and ')} fit, because the documents have their fields: enable one of them ${enable}`;
  }
  const fields = quoted(fitting[0]?.source.subtype_fields ?? []);
  return `. The preset ${names.join('')} fits, because the documents have ${fields}: enable it ${enable}`;
}

/** The presets that could fit, on the index of the misfit. */
function candidatesFor(
  { index, sources }: Misfit,
  isAll: boolean,
  enabled: readonly Source[],
): Source[] {
  const tags = new Set(sources.map(({ tag }) => tag));
  return presetSources
    .filter(({ tag }) => isAll || tags.has(tag))
    .filter(({ id }) => !enabled.some((source) => source.id === id && source.index === index))
    .map((preset) => ({ ...preset, index, enabled: true }));
}

/**
 * The best fit: presets of one kind of logs before those that fit any, those with most documents
 * first.
 */
function bestFitting(found: readonly FittingSource[]): FittingSource[] {
  const sorted = [...found].sort((a, b) => b.documents - a.documents);
  const specific = sorted.filter(({ source }) => !GENERAL.has(source.id));
  return specific.length > 0 ? specific : sorted;
}

async function noteOn(
  misfit: Misfit,
  isAll: boolean,
  { enabled, day }: { readonly enabled: readonly Source[]; readonly day: LocalDay },
  ports: OverviewPorts,
  signal: AbortSignal,
): Promise<UnmatchedNote[]> {
  const { index, sources, documents, unmapped, unusable, isStructural } = misfit;
  const [first] = sources;
  const candidates = candidatesFor(misfit, isAll, enabled);
  const unread = isAll ? sources.slice(0, 1).map(notUnderstood) : [];
  const found = await ports.fittingSources([...candidates, ...unread], day, signal);
  const begin = `none of the ${pluralWords(documents, 'document')} in "${index}" on this day is in a series, because`;
  const failed = found.find(({ source }) => source.id === unread[0]?.id)?.documents ?? 0;
  if (documents > 0 && failed >= documents) {
    const words = `${begin} none was understood when it was read: all have a tag such as "${FAILURE_TAGS.slice(0, 2).join('" or "')}"`;
    return [{ sources, words, isFault: true }];
  }
  const fitting = bestFitting(found.filter(({ source }) => source.id !== unread[0]?.id));
  const isFault = (isAll && isStructural) || fitting.some(({ source }) => !GENERAL.has(source.id));
  if (first === undefined || (!isAll && fitting.length === 0)) return [];
  const stored = unusable === null ? await ports.storedFields(first, unmapped, day, signal) : [];
  const words = `${begin} ${reasonWords(misfit, stored)}${fittingWords(index, fitting)}`;
  return [{ sources, words, isFault }];
}

/**
 * Says which sources find nothing though there are documents, and why: no index has their fields,
 * or the documents have those of another preset. If other sources of the same indices find
 * something, only a fitting preset of the same kind is mentioned, since a quiet kind of log is no
 * fault.
 *
 * @param counted the sources whose day is known
 * @param enabled all sources that are enabled
 */
export async function unmatchedNotes(
  counted: readonly MatchedSource[],
  enabled: readonly Source[],
  day: LocalDay,
  ports: OverviewPorts,
  signal: AbortSignal,
): Promise<UnmatchedNote[]> {
  const notes: UnmatchedNote[] = [];
  for (const [index, found] of groupedBy(counted, ({ source }) => source.index)) {
    const missing = found.filter(
      (one): one is Required<MatchedSource> => one.unmatched !== undefined,
    );
    if (missing.length === 0) continue;
    const isAll = missing.length === found.length;
    const wasMatched = missing.some(({ unmatched }) => unmatched?.was_matched === true);
    const parts =
      isAll && !wasMatched
        ? [missing]
        : [...groupedBy(missing, ({ source }) => source.tag).values()];
    for (const part of parts) {
      const misfit = misfitOf(index, part);
      const isWhole = isAll && !wasMatched;
      appendAll(notes, await noteOn(misfit, isWhole, { enabled, day }, ports, signal));
    }
  }
  return notes;
}
