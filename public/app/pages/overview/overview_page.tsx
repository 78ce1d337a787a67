import React, { useRef, useState } from 'react';
import { addDays, type Day } from '../../../../common/time';
import { translate } from '../../../i18n';
import { dayPath, useServices, useKeys } from '../../basics';
import { KEY_ROWS, KeysHelp, OutageChoice, PageFrame } from '../../components';
import { hasRows } from '../../rows';
import { ScheduleNotice } from '../../schedule';
import { longDay } from '../../words';
import { AnalyzeButton } from './analysis/analyze_button';
import { DayHeader } from './head/day_header';
import { DayResult } from './day_result';
import { DayStatus } from './head/day_status';
import { NoSummaryLine } from './head/no_summary_line';
import { NotesList } from './notes/notes_list';
import { useDay } from './use_day';
import { useRowSize } from './table/use_row_size';
import { useView } from './head/use_view';

interface OverviewPageProps {
  readonly day: Day;
}

/** What was unusual on a day. */
export function OverviewPage({ day }: OverviewPageProps) {
  const { history, storage } = useServices();
  const state = useDay(day);
  const { view, filter, change } = useView(day);
  const size = useRowSize(view);
  const [isHelping, setHelping] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { data, isMissing, isRunning, said, notes } = state;
  const answer = isMissing ? undefined : data.day.data;
  const goTo = (other: Day): void => history.push(dayPath(other, view));
  const leaveFilter = (): void => {
    // The address can be updated now: it is where a series leads back to.
    change({});
    field.current?.blur();
  };
  const [previous, next] = [addDays(day, -1), addDays(day, 1)];
  useKeys(
    {
      '/': () => field.current?.focus(),
      '[': () => goTo(previous),
      ']': () => next <= data.today && goTo(next),
      '?': () => setHelping(true),
    },
    storage,
  );
  const outage = day <= data.today && (
    <OutageChoice days={[day]} sources={state.namedSources} outages={state.outages} />
  );
  return (
    <PageFrame
      page="day"
      title={translate('logwave.overview.crumb', { defaultMessage: 'Day' })}
      documentTitle={longDay(day)}
    >
      <DayHeader
        day={day}
        today={data.today}
        daysWithLogs={data.sources.data?.days_with_logs.map((entry) => entry.day)}
        zone={data.zone}
        view={view}
        filter={filter}
        rows={size}
        field={field}
        hasRows={answer !== undefined && hasRows(answer)}
        onPick={goTo}
        onLeaveFilter={leaveFilter}
        onView={change}
      >
        {answer !== undefined && (
          <AnalyzeButton
            isRunning={isRunning}
            onAnalyze={state.analyze}
            onTag={state.tag}
            onUntag={state.untag}
          />
        )}
      </DayHeader>
      <ScheduleNotice schedule={data.schedule.data} onChanged={data.schedule.reload} />
      {answer === undefined && (
        <NoSummaryLine day={day} said={said}>
          {outage}
        </NoSummaryLine>
      )}
      <DayStatus day={day} state={state} />
      {answer === undefined ? (
        <NotesList notes={notes} />
      ) : (
        <DayResult
          answer={answer}
          data={data}
          view={view}
          filter={filter}
          size={size}
          said={said}
          isRunning={isRunning}
          outage={outage}
          notes={notes}
          onFold={() => change({ folded: !view.folded })}
          onJudged={state.reload}
          onKeys={() => setHelping(true)}
        />
      )}
      {isHelping && <KeysHelp rows={KEY_ROWS.day()} onClose={() => setHelping(false)} />}
    </PageFrame>
  );
}
