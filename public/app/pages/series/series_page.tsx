import React, { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { addDays, type Day } from '../../../../common/time';
import {
  dayPath,
  seriesPath,
  viewOf,
  type SeriesKey,
  useMemory,
  useServices,
  useKeys,
} from '../../basics';
import { KEY_ROWS, PageKeys, Loading, PageFrame, SeriesFault } from '../../components';
import { longDay, subtypeText } from '../../words';
import { rowKey } from '../../rows';
import { DocumentsLink } from './documents_link';
import { SeriesContents } from './series_contents';
import { SeriesHeader } from './series_header';
import { useNeighbors } from './use_neighbors';
import { useSeries } from './use_series';

interface SeriesPageProps {
  readonly day: Day;
  readonly series: SeriesKey;
}

/** Returning to the day finds the row of the series that was viewed last. */
function useReturnPoint(day: Day, series: SeriesKey): void {
  const { returns } = useMemory();
  const row = rowKey(series);
  useEffect(() => {
    if (returns.get(day)?.row !== row) returns.set(day, { row, scroll: undefined });
  }, [returns, day, row]);
}

/** Why a series is as it is. */
export function SeriesPage({ day, series }: SeriesPageProps) {
  const { history, storage } = useServices();
  const { search } = useLocation();
  const view = useMemo(() => viewOf(search), [search]);
  const { data, fault, reload } = useSeries(day, series);
  const neighbors = useNeighbors(day, series, view.filter);
  useReturnPoint(day, series);
  const name = data?.row.name ?? `${series.source} ${subtypeText(series.subtype)}`;
  const code = data === undefined || data.row.code === name ? '' : data.row.code;
  const go = (other: SeriesKey | undefined): void => {
    if (other !== undefined) history.push(seriesPath(day, other, view));
  };
  const goToDay = (step: number): void =>
    history.push(seriesPath(addDays(day, step), series, view));
  useKeys(
    {
      j: () => go(neighbors.next),
      k: () => go(neighbors.previous),
      '[': () => goToDay(-1),
      ']': () => goToDay(1),
      Escape: () => history.push(dayPath(day, view)),
    },
    storage,
  );
  return (
    <PageFrame
      page="series"
      title={name}
      crumbs={[{ text: longDay(day), path: dayPath(day, view) }]}
    >
      <div className="lwSeries">
        <SeriesHeader
          day={day}
          name={name}
          code={code}
          zone={data?.head.zone}
          neighbors={neighbors}
          onGo={go}
        >
          {data !== undefined && <DocumentsLink answer={data} view={view} />}
        </SeriesHeader>
        {fault !== undefined && (
          <SeriesFault
            day={day}
            view={view}
            fault={fault}
            isStale={data !== undefined}
            onRetry={reload}
          />
        )}
        {data === undefined && fault === undefined && <Loading />}
        {data !== undefined && <SeriesContents answer={data} place={view} onJudged={reload} />}
      </div>
      <PageKeys rows={KEY_ROWS.series()} />
    </PageFrame>
  );
}
