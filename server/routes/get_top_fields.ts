import { getTopFields } from '../../common/api/day/get_top_fields';
import type { Day } from '../../common/time/day';
import { localDay, type TimeRange } from '../../common/time/local_day';
import { fetchTopFields } from '../elastic/reading/fetch_top_fields';
import { assembleRows, rowOf } from '../answers/assemble_rows';
import { assertReadable } from '../answers/assert_readable';
import { defineRoute } from './route';
import { readDay } from '../answers/read_day';
import { assertSubtype, groupsOf } from '../answers/source_of';
import { sourceOfDay } from '../answers/source_of_day';

function rangesAt(day: Day, zone: string, hour: number): readonly TimeRange[] {
  return localDay(day, zone).columns[hour]?.ranges ?? [];
}

export const getTopFieldsRoute = defineRoute(
  getTopFields,
  async ({ params, query, signal }, caller, services) => {
    const { settings } = await services.settings.load(signal);
    const { hour } = query;
    const view = await readDay(caller, settings, params.day, signal);
    const source = sourceOfDay(view, settings, query.source);
    assertSubtype(source, query.subtype, 'query.subtype');
    await assertReadable(caller, source, signal);
    const { rows } = await assembleRows(caller, view, signal);
    const row = rowOf(rows, { source: source.id, subtype: query.subtype });
    const { subtype, basis_days: days } = row;
    const ranges = {
      today: rangesAt(params.day, view.run.zone, hour),
      training: days.flatMap((day) => rangesAt(day, view.run.zone, hour)),
    };
    const groups = await groupsOf(caller, source, signal);
    const request = { source, subtype, ranges };
    const found = await fetchTopFields(caller.client, request, groups, days.length, signal);
    return {
      hour,
      events: found.events,
      training_days: [...days],
      fields: found.fields.map(({ field, values }) => ({
        field,
        values: values.map((value) => ({ ...value })),
      })),
    };
  },
);
