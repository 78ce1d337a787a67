import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import type { Day } from '../../../../common/time';
import { daysLeftOutOf, useServices, withDaysLeftOut } from '../../basics';
import { areSameDays } from './model/omitted_days';
import type { SeriesAnswer } from './model/series_view';

/** The training days that are left out on the page. */
export interface DaysLeftOut {
  readonly omitted: readonly Day[];
  /** Days that the address leaves out, but that are not among the training days. */
  readonly unknown: readonly Day[];
  /** Whether the run left out the same ones. Then its own result is shown. */
  readonly isOfRun: boolean;
  /** Whether the settings leave out the same ones. */
  readonly isSaved: boolean;
  readonly setOmitted: (days: readonly Day[]) => void;
}

/**
 * The days that the address leaves out, or else the settings, or else the run: days that were saved
 * after the run stay left out when the page is opened again.
 *
 * @param stored days of the settings; undefined until they are known
 */
export function useDaysLeftOut(
  { row, training }: SeriesAnswer,
  stored: readonly Day[] | undefined,
): DaysLeftOut {
  const { history } = useServices();
  const { pathname, search, state } = useLocation();
  const asked = useMemo(() => daysLeftOutOf(search), [search]);
  const omitted = asked ?? stored ?? row.omitted_days;
  const shown = useMemo(() => new Set(training.map(({ day }) => day)), [training]);
  const among = (days: readonly Day[]): Day[] => days.filter((day) => shown.has(day));
  const areAlike = (days: readonly Day[]): boolean => areSameDays(among(omitted), among(days));
  return {
    omitted,
    unknown: (asked ?? []).filter((day) => !shown.has(day)),
    isOfRun: areAlike(row.omitted_days),
    isSaved: stored !== undefined && areAlike(stored),
    setOmitted: (days) => {
      const isStored = areSameDays(days, stored ?? row.omitted_days);
      const next = withDaysLeftOut(search, isStored ? undefined : days);
      history.replace({ pathname, search: next, state });
    },
  };
}
