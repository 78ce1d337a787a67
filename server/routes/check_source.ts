import { checkSource } from '../../common/api/check_source';
import { seriesName } from '../../common/sources/series_name';
import { daysBefore } from '../../common/time/day';
import { dayAt, localDay } from '../../common/time/local_day';
import { mergeSourceDays } from '../app/merge_source_days';
import type { SourceDay } from '../../common/waveform/source_day';
import { fetchCounts } from '../elastic/fetch_counts';
import { fetchIndexGroups } from '../elastic/fetch_index_groups';
import { assertReadable } from './assert_readable';
import { stateOf } from './get_sources';
import { defineRoute } from './route';
import { parsedOrRefused } from './settings';
import { sourceOf } from './source_of';

const SHOWN_SERIES = 50;

export const checkSourceRoute = defineRoute(
  checkSource,
  async ({ body, signal }, caller, services) => {
    const { settings: present } = await services.settings.load(signal);
    const source = sourceOf(parsedOrRefused({ sources: [body.source] }), body.source.id);
    await assertReadable(caller, source, signal);
    const groups = await fetchIndexGroups(caller.client, source, signal);
    const { state, words } = stateOf(source, groups);
    const usable =
      groups.state === 'known' ? groups.value.filter(({ unusable }) => unusable === null) : [];
    const today = dayAt(services.now().getTime(), present.zone);
    const day = body.day ?? daysBefore(today, 1)[0] ?? today;
    const parts: SourceDay[] = [];
    for (const group of usable) {
      const local = localDay(day, present.zone);
      const counted = await fetchCounts(caller.client, source, group, local, new Set(), signal);
      if (counted.state === 'known') parts.push(counted.value);
    }
    const [first, ...others] = parts;
    const counts = first === undefined ? undefined : mergeSourceDays(first, others);
    const series = [...(counts?.series ?? [])]
      .map(([subtype, hours]) => ({
        subtype,
        name: seriesName(source, subtype).name,
        events: hours.reduce((sum, events) => sum + events, 0),
      }))
      .sort((a, b) => b.events - a.events);
    return {
      state,
      words: words ?? 'its fields can be counted',
      fields: [...(usable[0]?.fields ?? [])],
      day: counts === undefined ? null : day,
      documents: counts?.documents ?? 0,
      without_subtype: counts?.without_subtype ?? 0,
      series_total: series.length,
      series: series.slice(0, SHOWN_SERIES),
    };
  },
);
