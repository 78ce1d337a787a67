import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { FaultNotice, Loading, slowWords } from '../../../components';
import { useServices, useWaiting } from '../../../basics';
import { AnalysisProgress } from '../analysis/analysis_progress';
import { RunFailed } from '../analysis/run_failed';
import { tagsOnAnalysis } from '../analysis/tag_choice';
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

/** What can still be seen if the result of the day is on the screen. */
function stillWords(): string {
  return translate('logwave.overview.still', {
    defaultMessage: 'The page shows the last result that it received.',
  });
}

/** Why there is no answer, or that there is none yet. */
function LoadingFault({ state: { data, isMissing } }: DayStatusProps) {
  const { data: answer, fault, isLoading, reload } = data.day;
  const isStale = answer !== undefined;
  const waiting = useWaiting(isLoading && isStale);
  if (fault !== undefined && !isMissing) {
    return <FaultNotice fault={fault} onRetry={reload} {...(isStale && { still: stillWords() })} />;
  }
  if (waiting === 'short') return null;
  return (
    <p className="lwSub" role="status" data-test-subj="logwaveSlow">
      {slowWords(waiting)} {stillWords()}
    </p>
  );
}

/**
 * What is shown instead of the result or above it: progress, errors, and the button for a first
 * result.
 */
export function DayStatus(props: DayStatusProps) {
  const { may, storage } = useServices();
  const { day, state } = props;
  const { data, isMissing, isRunning, untagFault, analyze } = state;
  const { data: answer, fault } = data.day;
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
          isFirst={data.ledger.data?.has_results === false}
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
