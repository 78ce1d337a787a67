import React, { useMemo } from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { niceTicks } from '../../../../../common/charts';
import { ChartSection } from '../../../tables';
import { toggledDay } from '../model/omitted_days';
import { basisWords, flaggedHours, type SeriesAnswer, type SeriesView } from '../model/series_view';
import { daysTable } from '../model/tables';
import { Calendar } from './calendar';
import { calendarDays, calendarTop } from './calendar_days';
import { frameWords, legendWords, wordsOfUse } from './calendar_words';
import { KeepDays } from './keep_days';
import type { KeptDays } from './use_kept_days';

interface CalendarSectionProps {
  readonly answer: SeriesAnswer;
  readonly view: SeriesView;
  readonly lengths: readonly number[];
  readonly kept: KeptDays;
  readonly omitted: readonly Day[];
  readonly onOmit: (days: readonly Day[]) => void;
  readonly fileName: string;
}

function topOf(answer: SeriesAnswer): number {
  const ticks = niceTicks(calendarTop(answer));
  return ticks[ticks.length - 1] ?? 1;
}

/** The training days behind the verdict. Each can be left out and taken back. */
export function CalendarSection(props: CalendarSectionProps) {
  const { answer, view, lengths, kept, omitted, onOmit, fileName } = props;
  const { head, row } = answer;
  const days = useMemo(
    () => calendarDays(answer, omitted, view.basisDays),
    [answer, omitted, view.basisDays],
  );
  const top = useMemo(() => topOf(answer), [answer]);
  const title = translate('logwave.days.title', { defaultMessage: 'The days behind the verdict' });
  const uses = new Map(days.map(({ day, use }) => [day, use]));
  return (
    <ChartSection
      title={title}
      aside={frameWords(top)}
      table={daysTable(title, answer, (day) => wordsOfUse(uses.get(day) ?? 'unknown'))}
      fileName={`${fileName}-days`}
      data-test-subj="logwaveDays"
    >
      <p className="lwCaption">
        {legendWords(
          {
            basis: basisWords(view),
            hasVerdict: view.state !== 'not_judged',
            skipsOddDays: answer.assessing.method !== 'talk',
          },
          new Set(uses.values()),
        )}
      </p>
      <Calendar
        days={days}
        tested={head.day}
        today={row.today}
        lengths={lengths}
        flagged={flaggedHours(view)}
        top={top}
        onToggle={(day) => onOmit(toggledDay(omitted, day))}
      />
      <p className="lwCaption lwCaption-how">
        {translate('logwave.days.how', {
          defaultMessage:
            'Click a day to leave it out, or to use it again. The verdict is recalculated at once.',
        })}
      </p>
      <KeepDays kept={kept} omitted={omitted} omittedByRun={row.omitted_days} onOmit={onOmit} />
    </ChartSection>
  );
}
