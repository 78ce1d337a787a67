import React, { useMemo, type ReactNode } from 'react';
import { translate } from '../../../i18n';
import { type RowSize, type View, useCell, type Cell } from '../../basics';
import { DayTable } from './table/day_table';
import {
  foundDiscoverLink,
  forbiddenIds,
  readableSources,
  sourcesOfDay,
  everyRow,
  filterRows,
  hasRows,
  rowsOfDay,
  type OverviewRows,
} from '../../rows';
import { FootLine } from './notes/foot_line';
import { daysWithoutResult } from './notes/ledger_days';
import type { Note } from './notes/notes';
import { NotesList } from './notes/notes_list';
import { CopyDay } from './head/copy_day';
import { SaveDay } from './head/save_day';
import { SummaryLine } from './head/summary_line';
import type { DayWithSilence } from './load_day';
import { SilentOfDay } from './silent_of_day';
import type { OverviewData } from './use_overview_data';
import { countWords } from '../../words';

interface DayResultProps {
  readonly answer: DayWithSilence;
  readonly data: OverviewData;
  readonly view: View;
  readonly filter: Cell<string>;
  readonly size: RowSize;
  /** The present message of the page. */
  readonly said: string;
  /** Whether the day is being analyzed: the page then shows its progress. */
  readonly isRunning: boolean;
  /** Leaves the day out of training. */
  readonly outage: ReactNode;
  readonly notes: readonly Note[];
  readonly onFold: () => void;
  readonly onJudged: (words: string) => void;
  readonly onKeys: () => void;
}

/** How many rows match the filter: the list is never cut silently. */
function shownWords(shown: OverviewRows, all: OverviewRows): string {
  return translate('logwave.filter.shown', {
    defaultMessage: '{shown} of {all} shown.',
    values: { shown: countWords(everyRow(shown).length), all: countWords(everyRow(all).length) },
  });
}

/** The result of a day: its sentence, its rows, and what they mean. */
export function DayResult(props: DayResultProps) {
  const { answer, data, view, size, said, isRunning, outage, notes, onFold, onJudged, onKeys } =
    props;
  const filter = useCell(props.filter);
  const all = useMemo(() => rowsOfDay(answer), [answer]);
  const shown = useMemo(() => filterRows(all, filter), [all, filter]);
  const present = data.sources.data?.sources;
  const { changed_sources: changed } = answer;
  const sources = useMemo(() => present && sourcesOfDay(present, changed), [present, changed]);
  const { columns } = answer.head;
  const forbidden = useMemo(() => forbiddenIds(data.sources.data), [data.sources.data]);
  const found = useMemo(
    () => sources && foundDiscoverLink(all, columns, readableSources(sources, forbidden)),
    [all, columns, sources, forbidden],
  );
  const ledger = data.ledger.data?.days;
  const { day } = answer.head;
  const unknownDays = useMemo(() => ledger && daysWithoutResult(ledger, day), [ledger, day]);
  return (
    <>
      <SummaryLine
        head={answer.head}
        said={said}
        isOnlySpoken={isRunning}
        shown={filter === '' ? '' : shownWords(shown, all)}
      >
        <CopyDay answer={answer} sources={sources} /> <SaveDay answer={answer} />
        {outage}
      </SummaryLine>
      <SilentOfDay silence={answer.silence} />
      <NotesList notes={notes} found={found} />
      {/* An empty table would look like a day on which nothing was unusual. */}
      {hasRows(answer) && (
        <DayTable
          answer={answer}
          all={all}
          shown={shown}
          view={view}
          size={size}
          unknownDays={unknownDays}
          sources={sources}
          forbidden={forbidden}
          onFold={onFold}
          onJudged={onJudged}
        />
      )}
      <FootLine answer={answer} rows={all} onKeys={onKeys} />
    </>
  );
}
