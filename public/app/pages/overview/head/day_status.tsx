import React, { type ReactNode } from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { AppLink, FaultNotice, Loading, slowWords } from '../../../components';
import { dayPath, useIsSlow, useMemory, useServices } from '../../../basics';
import { longDay } from '../../../words';
import { AnalysisProgress } from '../analysis/analysis_progress';
import { RunFailed } from '../analysis/run_failed';
import { tagsOnAnalysis } from '../analysis/tag_choice';
import { hasResults } from '../notes/ledger_days';
import { NotAnalyzed } from './not_analyzed';
import type { DayState } from '../use_day';

interface DayStatusProps {
  readonly day: Day;
  readonly state: DayState;
}

function Running({ day, state: { analysis, data, isMissing } }: DayStatusProps) {
  const { phase, run, fault, cancel } = analysis;
  if (phase === 'running') {
    const isOver = data.day.data !== undefined && !isMissing;
    return <AnalysisProgress day={day} run={run} fault={fault} isOver={isOver} onCancel={cancel} />;
  }
  if (phase === 'ended' && run?.status === 'failed') return <RunFailed run={run} />;
  return fault === undefined ? null : <FaultNotice fault={fault} />;
}

/** What is still to be seen: the last result of this day, or the way to that of another. */
function useStill({ day, state }: DayStatusProps): ReactNode {
  const { lastDay } = useMemory();
  if (state.data.day.data !== undefined) {
    return translate('logwave.overview.still', {
      defaultMessage: 'The page shows the last result that it received.',
    });
  }
  const last = lastDay();
  if (last === undefined || last === day) return undefined;
  return (
    <AppLink to={dayPath(last)} data-test-subj="logwaveLastResult">
      {translate('logwave.overview.lastResult', {
        defaultMessage: 'Show the last result that this page received: {day}',
        values: { day: longDay(last) },
      })}
    </AppLink>
  );
}

/** Why there is no answer, or that there is none yet. */
function LoadingFault(props: DayStatusProps) {
  const { data, isMissing } = props.state;
  const { data: answer, fault, isLoading, reload } = data.day;
  const isSlow = useIsSlow(isLoading && answer !== undefined);
  const still = useStill(props);
  if (fault !== undefined && !isMissing) {
    return <FaultNotice fault={fault} onRetry={reload} still={still} />;
  }
  if (!isSlow) return null;
  return (
    <p className="lwSub" role="status" data-test-subj="logwaveSlow">
      {slowWords()} {still}
    </p>
  );
}

/** What stands in for the result or above it: progress, errors, and the way to a first result. */
export function DayStatus(props: DayStatusProps) {
  const { may, storage } = useServices();
  const { day, state } = props;
  const { data, isMissing, isRunning, untagFault, analyze } = state;
  const { data: answer, fault } = data.day;
  const ledger = data.ledger.data?.days;
  return (
    <>
      <Running {...props} />
      {untagFault !== undefined && <FaultNotice fault={untagFault} />}
      <LoadingFault {...props} />
      {answer === undefined && fault === undefined && <Loading />}
      {isMissing && !isRunning && (
        <NotAnalyzed
          day={day}
          today={data.today}
          sources={data.sources.data}
          trainingDays={data.trainingDays}
          isFirst={ledger !== undefined && !hasResults(ledger)}
          onSettings={() => {
            data.sources.reload();
            data.settings.reload();
          }}
          onAnalyze={() => analyze(may.tag && tagsOnAnalysis(storage))}
        />
      )}
    </>
  );
}
