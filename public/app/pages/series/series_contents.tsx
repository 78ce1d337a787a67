import React, { useMemo, useState } from 'react';
import type { Day } from '../../../../common/time';
import { dateWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { type View, useServices, useKeys } from '../../basics';
import { fileName } from '../../tables';
import { createHourCursor, steppedHour } from '../../rows';
import { CalendarSection } from './calendar/calendar_section';
import { ChartsPart, readoutFacts } from './charts/charts_part';
import { beforeSilence } from './fields/before_silence';
import { EvidenceFault, Fields, LastLines, Lines } from './fields/evidence_sections';
import { toldHour } from './fields/told_hour';
import { HistorySection } from './history/history_section';
import { useEvidence } from './fields/use_evidence';
import { readoutWords } from './model/readout_words';
import { changeWords } from './model/change_words';
import { useKeptDays } from './calendar/use_kept_days';
import { useDaysLeftOut } from './use_days_left_out';
import { SeriesJudging } from './judging/series_judging';
import { RhythmsSection } from './rhythms/rhythms_section';
import { copiedSentence, sentenceOf } from './model/series_sentence';
import { SeriesWords } from './series_words';
import { viewOfRow, type SeriesAnswer, type SeriesView } from './model/series_view';
import { workOutAgain } from './model/work_out_again';

interface SeriesContentsProps {
  readonly answer: SeriesAnswer;
  /** How the day was shown, which the reader returns to. */
  readonly place: View;
  /** Requests the series again, after a judgment or mute. */
  readonly onJudged: () => void;
}

/** The series as the run saw it, or without the days that the reader leaves out. */
function useView(answer: SeriesAnswer, omitted: readonly Day[], isOfRun: boolean): SeriesView {
  return useMemo(
    () => (isOfRun ? viewOfRow(answer) : workOutAgain(answer, omitted)),
    [answer, omitted, isOfRun],
  );
}

/** The cursor of both charts. Arrow keys move it, and screen readers announce it. */
function useCursor(answer: SeriesAnswer, view: SeriesView) {
  const { storage } = useServices();
  const [cursor] = useState(createHourCursor);
  const [said, setSaid] = useState('');
  const move = (step: 1 | -1): void => {
    const hour = steppedHour(cursor.get(), step);
    cursor.set(hour);
    setSaid(readoutWords(hour, readoutFacts(answer, view)));
  };
  useKeys({ ArrowLeft: () => move(-1), ArrowRight: () => move(1) }, storage);
  return { cursor, said };
}

/** Days of the address that leave out nothing. */
function NoTrainingDays({ days }: { readonly days: readonly Day[] }) {
  if (days.length === 0) return null;
  return (
    <p className="lwSub" role="status" data-test-subj="logwaveNoTrainingDays">
      {translate('logwave.series.noTrainingDays', {
        defaultMessage:
          'The address leaves out {days}, but the series is not compared with {count, plural, one {that day} other {those days}}.',
        values: { days: days.map(dateWords).join(', '), count: days.length },
      })}
    </p>
  );
}

/** All that is known of a series on a day. */
export function SeriesContents({ answer, place, onJudged }: SeriesContentsProps) {
  const { head, row } = answer;
  const kept = useKeptDays(row);
  const { omitted, unknown, isOfRun, isSaved, setOmitted } = useDaysLeftOut(answer, kept.stored);
  const view = useView(answer, omitted, isOfRun);
  const lengths = useMemo(() => answer.columns.map(({ length }) => length), [answer]);
  const { cursor, said } = useCursor(answer, view);
  const sentence = useMemo(() => sentenceOf(answer, view), [answer, view]);
  const told = useMemo(() => toldHour(view, row.today, lengths), [view, row.today, lengths]);
  const file = fileName(['logwave', head.day, row.source, row.subtype]);
  const label = `${sentence.verdict} ${sentence.ticket}`;
  const silence = useMemo(() => beforeSilence(view, answer), [view, answer]);
  const usualDays = isOfRun ? undefined : view.basisDays;
  const evidence = useEvidence(head.day, row, told, usualDays, silence);
  const change = isOfRun ? undefined : changeWords(viewOfRow(answer), view);
  const shared = { answer, view, lengths };
  return (
    <>
      <NoTrainingDays days={unknown} />
      <SeriesWords
        sentence={sentence}
        change={change}
        isSaved={isSaved}
        copied={copiedSentence(answer, sentence.ticket, window.location.href)}
      />
      <SeriesJudging answer={answer} onChanged={onJudged} />
      <HistorySection answer={answer} view={place} />
      <div className="lwColumns">
        <div>
          <ChartsPart {...shared} cursor={cursor} label={label} fileName={file} />
          <Fields told={told} evidence={evidence} basis={view.basis} fileName={file} />
        </div>
        <div>
          <CalendarSection
            {...shared}
            kept={kept}
            omitted={omitted}
            onOmit={setOmitted}
            fileName={file}
          />
          <RhythmsSection answer={answer} view={view} fileName={file} />
        </div>
      </div>
      <EvidenceFault evidence={evidence} />
      <Lines told={told} evidence={evidence} zone={head.zone} />
      <LastLines before={silence} evidence={evidence} zone={head.zone} />
      <p className="lwHidden" role="status" data-test-subj="logwaveHourSaid">
        {said}
      </p>
    </>
  );
}
