import { checkSource } from '../../common/api';
import { seriesName, type Source } from '../../common/sources';
import { addDays, type Day, dayAt, localDay } from '../../common/time';
import type { SourceDay } from '../../common/waveform/hours';
import {
  findUnmatched,
  idleFields,
  type IndexGroup,
  logDaysWords,
  mergeSourceDays,
  surveyDays,
  unmappedFields,
  usedFields,
} from '../app/counting';
import { DEFAULT_SCOPE, subtypeKey } from '../app/basics';
import { unmatchedNotes } from '../app/runs';
import { fetchCounts, fetchIndexGroups, SourceSizes } from '../elastic/counting';
import { assertReadable, sourceOf } from '../answers';
import { type Caller, createCountingPorts, createOverviewPorts, createReader } from '../wiring';
import { closedInstead, stateOf } from './get_sources';
import { defineRoute } from './route';
import { parsedOrRefused } from './settings';
const SHOWN_SERIES = 50;

/**
 * What the usable indices of a source contain on a day; undefined if none of them can be counted.
 */
async function countedDay(
  { client }: Caller,
  source: Source,
  groups: readonly IndexGroup[],
  day: { readonly day: Day; readonly zone: string },
  signal: AbortSignal,
): Promise<SourceDay | undefined> {
  const local = localDay(day.day, day.zone);
  const parts: SourceDay[] = [];
  const sizes = new SourceSizes();
  for (const group of groups) {
    const counted = await fetchCounts(client, source, group, local, sizes, signal);
    if (counted.state === 'known') parts.push(counted.value);
  }
  const [first, ...others] = parts;
  return first && mergeSourceDays(first, others);
}

/** The sentence about a source without any series on the day, though its indices exist. */
async function wordsWithoutSeries(
  { client }: Caller,
  source: Source,
  groups: readonly IndexGroup[],
  counts: SourceDay,
  signal: AbortSignal,
): Promise<string | null> {
  const ports = createCountingPorts(client, DEFAULT_SCOPE);
  const local = localDay(counts.day, counts.zone);
  const survey = await surveyDays(source, groups, [local], [], ports, signal);
  if (survey.state === 'unknown') return null;
  const documents = survey.value.get(counts.day)?.all ?? 0;
  if (documents === 0) {
    const logs = await ports.logDays(source, groups, local, signal);
    if (logs.state === 'unknown') return null;
    const { index } = source;
    if (logs.value === null) return `"${index}" is empty`;
    return `"${index}" has no document of ${counts.day}: ${logDaysWords(logs.value)}`;
  }
  const known = { state: 'known', origin: 'counted', counts } as const;
  const unmatched = findUnmatched(source, known, [], documents, groups);
  if (unmatched === null) return null;
  const counted = [{ source, unmatched }];
  const overview = createOverviewPorts(client);
  const [note] = await unmatchedNotes(counted, [source], local, overview, signal);
  return note?.words ?? null;
}

type Checked = ReturnType<typeof stateOf>;

function withWords(found: Checked, words: readonly string[]): Checked {
  if (words.length === 0) return found;
  return { ...found, words: [...(found.words === null ? [] : [found.words]), ...words].join('; ') };
}

/** Says which conditions never match: perhaps one of their fields is misspelled. */
function idleWords(fields: readonly string[]): string[] {
  if (fields.length === 0) return [];
  const named = fields.map((field) => `"${field}"`).join(' or ');
  return [`no index has ${named}, so a condition on it never holds`];
}

/** A field that no index has is misspelled, and the source would give no series. */
export function checkedFields(
  source: Source,
  groups: readonly IndexGroup[],
  found: Checked,
): Checked {
  if (found.state !== 'usable') return found;
  const fields = unmappedFields(source, groups);
  if (fields.length === 0) {
    const notes = new Set(groups.flatMap((group) => group.notes ?? []));
    return withWords(found, [...idleWords(idleFields(source, groups)), ...notes]);
  }
  const named = fields.map((field) => `"${field}"`).join(' or ');
  return { state: 'unusable', words: `no document has ${named}: correct the name of the field` };
}

/**
 * The words about a source: what a reader should know of its indices follows why it has no series.
 *
 * @param nothing why it has no series on the day; null if it has some, or that is not known
 */
function saidOf({ state, words }: Checked, nothing: string | null): string {
  const said = words ?? 'all of its fields can be counted';
  if (nothing === null || state === 'unusable') return said;
  // The reason may be what is known of the indices.
  return words === null || nothing.includes(words) ? nothing : `${nothing}; ${words}`;
}

/** The series of a day with their names and events, those with the most events first. */
function loudestFirst(source: Source, { series }: SourceDay) {
  return [...series]
    .map(([subtype, hours]) => ({
      subtype: subtypeKey(subtype),
      name: seriesName(source, subtype).name,
      events: hours.reduce((sum, events) => sum + events, 0),
    }))
    .sort((a, b) => b.events - a.events);
}

export const checkSourceRoute = defineRoute(
  checkSource,
  async ({ body, signal }, caller, services) => {
    const reader = createReader(caller);
    const { zone } = (await services.settings.load(signal)).settings;
    const source = sourceOf(parsedOrRefused({ sources: [body.source] }), body.source.id);
    await assertReadable(reader, source, signal);
    const groups = await fetchIndexGroups(caller.client, source, signal);
    const closed = await closedInstead(caller, source, groups, signal);
    const known = groups.state === 'known' ? groups.value : [];
    const checked = checkedFields(source, known, stateOf(source, groups, closed));
    const usable = known.filter(({ unusable }) => unusable === null);
    const day = body.day ?? addDays(dayAt(services.now().getTime(), zone), -1);
    const counts = await countedDay(caller, source, usable, { day, zone }, signal);
    const series = counts === undefined ? [] : loudestFirst(source, counts);
    const nothing =
      counts === undefined || series.length > 0
        ? null
        : await wordsWithoutSeries(caller, source, known, counts, signal);
    return {
      state: checked.state,
      words: saidOf(checked, nothing),
      fields: usedFields(usable),
      day: counts === undefined ? null : day,
      documents: counts?.documents ?? 0,
      without_subtype: counts?.without_subtype ?? 0,
      series_total: series.length,
      series: series.slice(0, SHOWN_SERIES),
    };
  },
);
