import React, { useCallback, useMemo, useRef, useState } from 'react';
import type { UsedSource } from '../../../../../common/api';
import type { JudgmentKind } from '../../../../../common/marks';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import {
  documentsPath,
  seriesPath,
  type RowSize,
  type View,
  useMemory,
  useServices,
} from '../../../basics';
import { JudgeDialog, type ToJudge } from '../../../judging';
import { longDay } from '../../../words';
import {
  documentsOfRow,
  rowDiscoverLink,
  createHourCursor,
  type OverviewRow,
  commonTop,
  type DayAnswer,
  type OverviewRows,
  usePrinting,
  useWidth,
} from '../../../rows';
import { surpriseEnd } from '../../../../../common/charts';
import { RowContextProvider, type RowContext } from './row_context';
import { QUIET_HEIGHTS } from './row_heights';
import { rowTitle } from './row_words';
import { SeriesTable } from './series_table';
import { PRINTED_TABLE, tableLayout } from './table_layout';
import { useReturn } from '../head/use_return';

interface DayTableProps {
  readonly answer: DayAnswer;
  readonly all: OverviewRows;
  /** Those of `all` that match the filter. */
  readonly shown: OverviewRows;
  readonly view: View;
  readonly size: RowSize;
  readonly unknownDays: ReadonlySet<number> | undefined;
  /** The definitions for reading the day, by id; undefined while they are not known. */
  readonly sources: ReadonlyMap<string, UsedSource> | undefined;
  /** Sources whose documents the reader may not see, by id. */
  readonly forbidden: ReadonlySet<string>;
  readonly onFold: () => void;
  /** Receives the new judgment of a finding, in words. */
  readonly onJudged: (words: string) => void;
}

function useRows(props: DayTableProps, width: number, onJudge: RowContext['onJudge']): RowContext {
  const { answer, all, view, size, unknownDays, sources, forbidden } = props;
  const { head } = answer;
  const memory = useMemory();
  const [cursor] = useState(createHourCursor);
  const isPrinting = usePrinting();
  const layout = useMemo(
    () => tableLayout(isPrinting ? PRINTED_TABLE : width),
    [isPrinting, width],
  );
  return useMemo(
    () => ({
      head,
      lengths: head.columns.map(({ length }) => length),
      layout,
      isPrinting,
      cursor,
      view,
      commonTop: view.scale === 'common' ? commonTop(all) : undefined,
      quietHeight: QUIET_HEIGHTS[size],
      surpriseEnd: surpriseEnd([...all.flagged, ...all.quiet].map(({ surprise }) => surprise)),
      unknownDays,
      sources,
      forbidden,
      onJudge,
      onLeave: ({ key }: OverviewRow) =>
        memory.returns.set(head.day, { row: key, scroll: window.scrollY }),
    }),
    [
      head,
      layout,
      isPrinting,
      cursor,
      view,
      all,
      size,
      unknownDays,
      sources,
      forbidden,
      onJudge,
      memory,
    ],
  );
}

/** What can be judged in a row; nothing for a source as a whole. */
function toJudge(row: OverviewRow, day: Day, kind: JudgmentKind): ToJudge | undefined {
  const { series, judgment, finding } = row;
  if (series === undefined) return undefined;
  const hours = finding?.hours ?? judgment?.hours ?? [];
  return { series, title: rowTitle(row), day, hours, judgment, kind };
}

/** The table of the day, as wide as the window allows. */
export function DayTable(props: DayTableProps) {
  const { shown, view, size, onFold, onJudged } = props;
  const { history, openInDiscover, may } = useServices();
  const { day } = props.answer.head;
  const [judging, setJudging] = useState<ToJudge>();
  const onJudge = useCallback(
    (row: OverviewRow, kind: JudgmentKind) => setJudging(toJudge(row, day, kind)),
    [day],
  );
  const element = useRef<HTMLDivElement>(null);
  const context = useRows(props, useWidth(element), may.judge ? onJudge : undefined);
  const [said, setSaid] = useState('');
  const { head, sources, forbidden, onLeave } = context;
  const back = useReturn(head.day);
  const open = (row: OverviewRow): void => {
    if (row.series === undefined) return;
    onLeave(row);
    history.push(seriesPath(head.day, row.series, view));
  };
  const openDocuments = (row: OverviewRow): void => {
    if (row.series === undefined || forbidden.has(row.series.source)) return;
    const link = rowDiscoverLink(row, head.columns, sources?.get(row.series.source));
    if (openInDiscover === undefined) {
      onLeave(row);
      history.push(documentsPath(head.day, row.series, documentsOfRow(row), view));
    } else if (link !== undefined) openInDiscover(link);
  };
  return (
    <div ref={element}>
      <RowContextProvider value={context}>
        <SeriesTable
          rows={shown}
          caption={translate('logwave.table.caption', {
            defaultMessage: 'Series of {day}, the most surprising first',
            values: { day: longDay(head.day) },
          })}
          size={size}
          isFolded={view.folded}
          isFiltered={shown !== props.all}
          back={back}
          onFold={onFold}
          onOpen={open}
          onDocuments={openDocuments}
          onSay={setSaid}
        />
      </RowContextProvider>
      {judging !== undefined && (
        <JudgeDialog
          {...judging}
          onClose={() => setJudging(undefined)}
          onKept={(words) => {
            setJudging(undefined);
            onJudged(words);
          }}
        />
      )}
      <p className="lwHidden" role="status" data-test-subj="logwaveHourSaid">
        {said}
      </p>
    </div>
  );
}
