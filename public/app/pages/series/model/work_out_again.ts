import { decidedCase, sourceCalendar } from '../../../../../common/calendar';
import { lastWeekendDay } from '../../../../../common/settings';
import { localDay, type Day } from '../../../../../common/time';
import {
  type Assessment,
  type Range,
  withoutDays,
  type SeriesCase,
  seriesContexts,
} from '../../../../../common/waveform/hours';
import { describeSeries } from '../../../../../common/waveform';
import { noFindingSentence, ticketSentence } from '../../../../../common/waveform/words';
import type { Band } from '../../../../../common/charts';
import type { SeriesAnswer, SeriesFinding, SeriesView } from './series_view';

/** The series as the run assessed it, with all of its known training days. */
function caseOf(answer: SeriesAnswer): SeriesCase {
  const { head, row, training, calendar, judgments, assessing } = answer;
  const known = training.filter(({ unknown }) => unknown === null);
  const sunday = lastWeekendDay(assessing.training.weekend);
  const counted = {
    day: head.day,
    counts: row.today,
    training: known.map(({ day, counts }) => ({ day, counts })),
  };
  const dated = sourceCalendar(calendar, row.source, head.day, sunday);
  return decidedCase(counted, judgments, dated);
}

function bandOf(ranges: readonly (Range | null)[]): Band | null {
  if (ranges.every((range) => range === null)) return null;
  return {
    low: ranges.map((range) => range?.[0] ?? null),
    high: ranges.map((range) => range?.[1] ?? null),
  };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function findingOf(
  assessment: Assessment,
  { head, row, assessing }: SeriesAnswer,
): SeriesFinding | null {
  if (assessment.state !== 'unusual') return null;
  const { verdict, flagged, runs, shift, rank, sentence } = assessment;
  const surprise = finite(assessment.surprise);
  const difference = finite(assessment.difference);
  const facts = { ...assessment, day: head.day, series_code: row.code, surprise, difference };
  return {
    verdict,
    flagged: flagged.map(({ hour, count, events, expected, usual, score, surprise: strength }) => ({
      hour,
      count,
      events,
      expected,
      usual: usual && [...usual],
      score,
      surprise: strength,
    })),
    runs: runs.map(({ logged, ...run }) => ({
      ...run,
      usual: run.usual && [...run.usual],
      ...(logged && { logged: { ...logged, usual: logged.usual && [...logged.usual] } }),
    })),
    shift: shift && { ...shift, due: [...shift.due] },
    rank,
    sentence,
    ticket: ticketSentence(facts, { difference: assessing.talk.difference_limit }),
  };
}

/**
 * Assesses the series again without some of its training days, with the same code as the run.
 * Nothing is requested from the host.
 */
export function workOutAgain(answer: SeriesAnswer, omitted: readonly Day[]): SeriesView {
  const { head, row, assessing, source_days, closed_days } = answer;
  const { day, zone } = head;
  const { columns } = localDay(day, zone);
  const contextOf = seriesContexts(
    { source: row.source, day, zone, source_days, closed_days },
    assessing,
  );
  const remaining = withoutDays(caseOf(answer), omitted);
  const described = describeSeries(remaining, columns, assessing, contextOf(row.subtype));
  const { assessment, inner, outer, top, total, usual_total: usualTotal } = described;
  return {
    state: assessment.state,
    reason: noFindingSentence(assessment),
    total,
    usual: assessment.usual_day,
    usualTotal,
    inner: bandOf(inner),
    outer: bandOf(outer),
    areBandsOfModel: assessing.method !== 'talk',
    top,
    surprise: finite(assessment.surprise),
    byHour: assessment.contribution ?? assessment.surprise_by_hour,
    difference: finite(assessment.difference),
    basis: assessment.basis,
    basisDays: assessment.basis_days,
    finding: findingOf(assessment, answer),
  };
}
