import type { TestKind } from '../../../../../common/charts';
import { clockWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import type { DataTable } from '../../../tables';
import type { TopField } from '../fields/sample_lines';
import { flaggedHours, type Hours, type SeriesAnswer, type SeriesView } from './series_view';

const column = {
  hour: () => translate('logwave.table.hour', { defaultMessage: 'hour' }),
  today: () => translate('logwave.table.today', { defaultMessage: 'this day' }),
  usual: () => translate('logwave.table.usual', { defaultMessage: 'usual' }),
  flag: () => translate('logwave.table.flag', { defaultMessage: 'flagged' }),
  ofModel: () => [
    translate('logwave.table.usualFrom', { defaultMessage: 'usually from' }),
    translate('logwave.table.usualTo', { defaultMessage: 'usually to' }),
    translate('logwave.table.mostFrom', { defaultMessage: '19 in 20 from' }),
    translate('logwave.table.mostTo', { defaultMessage: '19 in 20 to' }),
  ],
  ofDays: () => [
    translate('logwave.table.halfFrom', { defaultMessage: 'middle half from' }),
    translate('logwave.table.halfTo', { defaultMessage: 'middle half to' }),
    translate('logwave.table.lowest', { defaultMessage: 'lowest' }),
    translate('logwave.table.highest', { defaultMessage: 'highest' }),
  ],
};

function flagWords(view: SeriesView): (hour: number) => string {
  const hours = flaggedHours(view);
  const flagged = translate('logwave.hour.flagged', { defaultMessage: 'flagged' });
  return (hour) => (hours.includes(hour) ? flagged : '');
}

/** The large chart: each hour of the tested day, and what is usual. */
export function dayTable(caption: string, today: Hours, view: SeriesView): DataTable {
  const { usual, inner, outer } = view;
  const flag = flagWords(view);
  return {
    caption,
    columns: [
      column.hour(),
      column.today(),
      column.usual(),
      ...(view.areBandsOfModel ? column.ofModel() : column.ofDays()),
      column.flag(),
    ],
    rows: today.map((count, hour) => [
      clockWords(hour),
      count,
      usual?.[hour] ?? null,
      inner?.low[hour] ?? null,
      inner?.high[hour] ?? null,
      outer?.low[hour] ?? null,
      outer?.high[hour] ?? null,
      flag(hour),
    ]),
  };
}

/** The lower chart: what the test saw in each hour. */
export function testTable(
  caption: string,
  kind: TestKind,
  values: Hours,
  view: SeriesView,
): DataTable {
  const flag = flagWords(view);
  const value =
    kind === 'share'
      ? translate('logwave.table.share', { defaultMessage: 'share of the difference' })
      : translate('logwave.table.surprise', { defaultMessage: 'surprise' });
  return {
    caption,
    columns: [column.hour(), value, column.flag()],
    rows: values.map((number, hour) => [clockWords(hour), number, flag(hour)]),
  };
}

/** The calendar: 24 counts a day, the tested day last. */
export function daysTable(
  caption: string,
  { head, row, training }: SeriesAnswer,
  usedFor: (day: string) => string,
): DataTable {
  const hours = Array.from({ length: 24 }, (_, hour) => clockWords(hour));
  return {
    caption,
    columns: [
      translate('logwave.table.day', { defaultMessage: 'day' }),
      translate('logwave.table.use', { defaultMessage: 'use' }),
      ...hours,
    ],
    rows: [
      ...training.map(({ day, counts }) => [day, usedFor(day), ...counts]),
      [head.day, column.today(), ...row.today],
    ],
  };
}

/** The fields of an hour, all of their values. */
export function fieldsTable(
  caption: string,
  fields: readonly Pick<TopField, 'field' | 'values'>[],
): DataTable {
  return {
    caption,
    columns: [
      translate('logwave.table.field', { defaultMessage: 'field' }),
      translate('logwave.table.value', { defaultMessage: 'value' }),
      column.today(),
      column.usual(),
    ],
    rows: fields.flatMap(({ field, values }) =>
      values.map(({ value, today, usual }) => [field, value, today, usual]),
    ),
  };
}

/** The rhythms of the day. @param names one for each component */
export function rhythmsTable(
  caption: string,
  components: readonly { readonly today: number; readonly usual: number }[],
  names: readonly string[],
): DataTable {
  return {
    caption,
    columns: [
      translate('logwave.table.rhythm', { defaultMessage: 'cycle' }),
      column.today(),
      column.usual(),
    ],
    rows: components.map(({ today, usual }, at) => [names[at] ?? '', today, usual]),
  };
}
