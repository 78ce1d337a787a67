import { getTopFields, MAX_TOP_VALUES } from '../../common/api';
import { type Day, localDay, type TimeRange } from '../../common/time';
import { messagePatterns } from '../app/showing';
import { fetchSampledLines, fetchTopFields } from '../elastic/reading';
import {
  assertReadable,
  readDay,
  readRecord,
  assertSubtype,
  groupsOf,
  sourceOfDay,
} from '../answers';
import { createReader } from '../wiring';
import { defineRoute } from './route';

function rangesAt(day: Day, zone: string, hour: number): readonly TimeRange[] {
  return localDay(day, zone).columns[hour]?.ranges ?? [];
}

export const getTopFieldsRoute = defineRoute(
  getTopFields,
  async ({ params, query, signal }, caller, services) => {
    const reader = createReader(caller);
    const { settings } = await services.settings.load(signal);
    const { hour } = query;
    const view = await readDay(reader, settings, params.day, signal);
    const source = sourceOfDay(view, settings, query.source);
    assertSubtype(source, query.subtype, 'query.subtype');
    await assertReadable(reader, source, signal);
    const asked = { source: source.id, subtype: query.subtype };
    const { subtype, basis_days: ofRun } = await readRecord(reader, view, asked, signal);
    const days = query.days?.split(',') ?? ofRun;
    const ranges = {
      today: rangesAt(params.day, view.run.zone, hour),
      training: days.flatMap((day) => rangesAt(day, view.run.zone, hour)),
    };
    const groups = await groupsOf(reader, source, signal);
    const request = { source, subtype, ranges };
    const found = await fetchTopFields(caller.client, request, groups, days.length, signal);
    const linesOf = (of: readonly TimeRange[]) =>
      fetchSampledLines(caller.client, { source, subtype, ranges: of }, groups, signal);
    const [lines, usualLines] = [await linesOf(ranges.today), await linesOf(ranges.training)];
    const patterns = messagePatterns(lines, usualLines, days.length, MAX_TOP_VALUES);
    return {
      hour,
      events: found.events,
      training_days: [...days],
      patterns:
        patterns === undefined
          ? null
          : { ...patterns, values: patterns.values.map((value) => ({ ...value })) },
      fields: found.fields.map(({ field, different, values }) => ({
        field,
        different,
        values: values.map((value) => ({ ...value })),
      })),
    };
  },
);
