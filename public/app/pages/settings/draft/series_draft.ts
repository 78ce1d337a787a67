import type { Day } from '../../../../../common/time';
import type { SeriesSettings } from '../../../../../common/settings';
import { floorsDraftOf, writtenFloors, type FloorsDraft } from './floors_draft';

/** The settings of one series, as the form has them. */
export interface SeriesDraft {
  readonly source: string;
  readonly subtype: string;
  readonly omitDays: readonly Day[];
  readonly floors: FloorsDraft;
  /** Whether it was added in the form, so that source and subtype can be changed. */
  readonly isNew: boolean;
}

/** Converts settings to the form. */
export function seriesDraftOf({
  source,
  subtype,
  omit_days: days = [],
  floors,
}: SeriesSettings): SeriesDraft {
  return { source, subtype, omitDays: days, floors: floorsDraftOf(floors), isNew: false };
}

/** What has to be saved of a series; undefined if it no longer has settings. */
export function seriesEntry({ source, subtype, omitDays: days, floors }: SeriesDraft) {
  const written = writtenFloors(floors);
  if (days.length === 0 && written === undefined) return undefined;
  return {
    source,
    subtype,
    ...(days.length > 0 && { omit_days: days }),
    ...(written !== undefined && { floors: written }),
  };
}
