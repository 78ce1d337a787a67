import { EuiButton, EuiProgress } from '@elastic/eui';
import React from 'react';
import type { ApiRun } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import type { ApiFault } from '../../../basics';
import { faultTitle } from '../../../components';
import { countWords, longDay } from '../../../words';
import { NOT_BEGUN, progressCounts, type ProgressCount } from './run_state';

interface AnalysisProgressProps {
  readonly day: Day;
  readonly run: ApiRun | undefined;
  readonly fault: ApiFault | undefined;
  /** Whether it is drawn over the page, so that a visible result does not move. */
  readonly isOver: boolean;
  readonly onCancel: () => void;
}

function labelOf(id: ProgressCount['id']): string {
  if (id === 'days') {
    return translate('logwave.progress.days', { defaultMessage: 'Days counted' });
  }
  return id === 'series'
    ? translate('logwave.progress.series', { defaultMessage: 'Series compared' })
    : translate('logwave.progress.events', { defaultMessage: 'Documents tagged' });
}

function Count({ id, done, of }: ProgressCount) {
  const text =
    of === 0
      ? translate('logwave.progress.notYet', { defaultMessage: 'not yet' })
      : translate('logwave.progress.of', {
          defaultMessage: '{done} of {of}',
          values: { done: countWords(done), of: countWords(of) },
        });
  return (
    <li>
      <span id={`logwave-progress-${id}`}>{labelOf(id)}</span>
      <EuiProgress
        value={done}
        max={Math.max(1, of)}
        size="m"
        color="subdued"
        aria-labelledby={`logwave-progress-${id}`}
      />
      <span data-test-subj={`logwaveProgress-${id}`}>{text}</span>
    </li>
  );
}

function titleOf(day: Day, run: ApiRun | undefined): string {
  return run?.status === 'canceling'
    ? translate('logwave.progress.canceling', {
        defaultMessage: 'Canceling the analysis of {day}',
        values: { day: longDay(day) },
      })
    : translate('logwave.progress.title', {
        defaultMessage: 'Analyzing {day}',
        values: { day: longDay(day) },
      });
}

/** An active run: its counts, and a button to stop it. Its height does not change. */
export function AnalysisProgress(props: AnalysisProgressProps) {
  const { day, run, fault, isOver, onCancel } = props;
  return (
    <section
      className={isOver ? 'lwNotice lwProgress lwProgress-over' : 'lwNotice lwProgress'}
      data-test-subj="logwaveProgress"
    >
      <h2>{titleOf(day, run)}</h2>
      <ul>
        {progressCounts(run ?? NOT_BEGUN).map((count) => (
          <Count key={count.id} {...count} />
        ))}
      </ul>
      <p data-test-subj="logwaveUnusualSoFar">
        {translate('logwave.progress.unusual', {
          defaultMessage: '{count} unusual so far.',
          values: { count: countWords(run?.progress.findings ?? 0) },
        })}
      </p>
      {fault !== undefined && (
        <p className="lwSub">
          {translate('logwave.progress.silence', {
            defaultMessage: '{fault}. The page keeps trying.',
            values: { fault: faultTitle(fault) },
          })}
        </p>
      )}
      <p className="lwProgress-cancel">
        <EuiButton
          size="s"
          color="text"
          onClick={onCancel}
          isDisabled={run === undefined || run.status === 'canceling'}
          data-test-subj="logwaveCancel"
        >
          {translate('logwave.progress.cancel', { defaultMessage: 'Cancel' })}
        </EuiButton>
        <span className="lwSub">
          {translate('logwave.progress.cancelMeans', {
            defaultMessage: 'Canceling keeps the counts and removes the tags of this run.',
          })}
        </span>
      </p>
    </section>
  );
}
