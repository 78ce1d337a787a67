import React from 'react';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { FaultNotice, Loading } from '../../../components';
import { useServices } from '../../../basics';
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

function Running({ day, state: { analysis } }: DayStatusProps) {
  const { phase, run, fault, cancel } = analysis;
  if (phase === 'running') {
    return <AnalysisProgress day={day} run={run} fault={fault} onCancel={cancel} />;
  }
  if (phase === 'ended' && run?.status === 'failed') return <RunFailed run={run} />;
  return fault === undefined ? null : <FaultNotice fault={fault} />;
}

function LoadingFault({ state: { data, isMissing } }: DayStatusProps) {
  const { data: answer, fault, reload } = data.day;
  if (fault === undefined || isMissing) return null;
  const still =
    answer === undefined
      ? {}
      : {
          still: translate('logwave.overview.still', {
            defaultMessage: 'The page shows the last result that it received.',
          }),
        };
  return <FaultNotice fault={fault} onRetry={reload} {...still} />;
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
          onAnalyze={() => analyze(may.tag && tagsOnAnalysis(storage))}
        />
      )}
    </>
  );
}
