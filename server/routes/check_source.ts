import { checkSource } from '../../common/api';
import { seriesName, type Source } from '../../common/sources';
import { addDays, type Day, dayAt, localDay } from '../../common/time';
import type { SourceDay } from '../../common/waveform/hours';
import { type IndexGroup, mergeSourceDays, usedFields } from '../app/counting';
import { subtypeKey } from '../app/basics';
import { fetchCounts, fetchIndexGroups } from '../elastic/counting';
import { assertReadable, sourceOf } from '../answers';
import { type Caller, createReader } from '../wiring';
import { closedInstead, stateOf } from './get_sources';
import { defineRoute } from './route';
import { parsedOrRefused } from './settings';
const SHOWN_SERIES = 50;

/** What the usable indices of a source hold on a day; undefined where none of them can be counted. */
async function countedDay(
  { client }: Caller,
  source: Source,
  groups: readonly IndexGroup[],
  day: { readonly day: Day; readonly zone: string },
  signal: AbortSignal,
): Promise<SourceDay | undefined> {
  const local = localDay(day.day, day.zone);
  const parts: SourceDay[] = [];
  for (const group of groups) {
    const counted = await fetchCounts(client, source, group, local, new Set(), signal);
    if (counted.state === 'known') parts.push(counted.value);
  }
  const [first, ...others] = parts;
  return first && mergeSourceDays(first, others);
}

/** The series of a day with their names and events, the loudest first. */
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
    const { state, words } = stateOf(source, groups, closed);
    const known = groups.state === 'known' ? groups.value : [];
    const usable = known.filter(({ unusable }) => unusable === null);
    const day = body.day ?? addDays(dayAt(services.now().getTime(), zone), -1);
    const counts = await countedDay(caller, source, usable, { day, zone }, signal);
    const series = counts === undefined ? [] : loudestFirst(source, counts);
    return {
      state,
      words: words ?? 'all of its fields can be counted',
      fields: usedFields(usable),
      day: counts === undefined ? null : day,
      documents: counts?.documents ?? 0,
      without_subtype: counts?.without_subtype ?? 0,
      series_total: series.length,
      series: series.slice(0, SHOWN_SERIES),
    };
  },
);
