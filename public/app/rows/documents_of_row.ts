import type { UsedSource } from '../../../common/api';
import type { TimeRange } from '../../../common/time';
import { hourStretches } from '../../../common/waveform/hours';
import { stretchWords } from '../../../common/waveform/words';
import { translate } from '../../i18n';
import { discoverLink, type DocumentsWish, joinedDiscoverLink, type DiscoverLink } from '../basics';
import type { OverviewRow } from './overview_row';
import type { DayAnswer, OverviewRows } from './overview_rows';

type Columns = DayAnswer['head']['columns'];

/** The stretch of time that some columns cover; undefined if the clock skips all of them. */
function rangeOf(columns: Columns, from: number, to: number): TimeRange | undefined {
  const inside = columns.slice(from, to);
  const first = inside.find((column) => column.from !== null)?.from ?? undefined;
  const last = [...inside].reverse().find((column) => column.to !== null)?.to ?? undefined;
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

/** The flagged hours of a row that have documents. */
export function hoursWithEvents({ finding }: OverviewRow): number[] {
  return finding?.flagged.flatMap(({ hour, events }) => (events > 0 ? [hour] : [])) ?? [];
}

/**
 * The documents behind a row: those of the flagged hours. A silent series has none, so its list
 * begins with the last line before the silence.
 */
export function documentsOfRow(row: OverviewRow): DocumentsWish {
  const hours = hoursWithEvents(row);
  const [silent] = row.finding?.verdict === 'silent' ? row.finding.hours : [];
  if (hours.length > 0 || silent === undefined) return { hours, isLatestFirst: false };
  return { hours: Array.from({ length: silent }, (_, hour) => hour), isLatestFirst: true };
}

/**
 * The link to a row's documents in Discover: those of the flagged hours, or of the whole day if
 * these have none; for a silent series those before the silence.
 *
 * @returns undefined if the row is not a series, or its source is not known
 */
export function rowDiscoverLink(
  row: OverviewRow,
  columns: Columns,
  used: UsedSource | undefined,
): DiscoverLink | undefined {
  const wish = documentsOfRow(row);
  // Discover lists the latest first: of a silent series that is the last line before the silence.
  const end = wish.isLatestFirst && wish.hours.length > 0 ? wish.hours.length : columns.length;
  const day = rangeOf(columns, 0, end);
  if (row.series === undefined || used === undefined || day === undefined) return undefined;
  const stretches = hourStretches(hoursWithEvents(row), columns);
  const ranges = stretches.flatMap(({ from, to }) => rangeOf(columns, from, to) ?? []);
  const { source, fields } = used;
  const { subtype } = row.series;
  return discoverLink(
    { source, fields, subtype, day, ranges },
    stretches.map(stretchWords).join(', '),
  );
}

/**
 * The sources by id, as they are needed for reading a day: the current ones, replaced by those of
 * the day's run if they differ.
 */
export function sourcesOfDay(
  present: readonly UsedSource[],
  changed: readonly UsedSource[],
): ReadonlyMap<string, UsedSource> {
  return new Map([...present, ...changed].map((used) => [used.source.id, used]));
}

/** The link to the documents of all flagged hours of a day in Discover, tagged or not. */
export function foundDiscoverLink(
  { flagged }: OverviewRows,
  columns: Columns,
  sources: ReadonlyMap<string, UsedSource>,
): DiscoverLink | undefined {
  const links = flagged
    .filter((row) => hoursWithEvents(row).length > 0)
    .flatMap((row) => rowDiscoverLink(row, columns, sources.get(row.series?.source ?? '')) ?? []);
  const words = translate('logwave.note.foundFilter', { defaultMessage: 'all flagged hours' });
  return joinedDiscoverLink(links, words);
}
