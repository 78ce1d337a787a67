import { EuiButton } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FORBIDDEN } from '../../../common/http';
import { translate } from '../../i18n';
import { type ApiFault, isUnanswered } from '../basics';
import { asSentence } from '../words';
import { faultTitle } from './fault_title';
import { LastResult } from './last_result';

interface FaultNoticeProps {
  readonly fault: ApiFault;
  /** What is still true on the screen, in a sentence. */
  readonly still?: ReactNode;
  readonly onRetry?: () => void;
}

/**
 * An error in words: what happened, what is still true, and one next step. If a right is missing,
 * there is no retry, since it would be refused again.
 */
export function FaultNotice({ fault, still, onRetry }: FaultNoticeProps) {
  const { statusCode, code } = fault;
  return (
    <section className="lwNotice" role="alert" data-test-subj="logwaveFault">
      <h2>{faultTitle(fault)}</h2>
      <p>{asSentence(fault.message)}</p>
      {still !== undefined && <p className="lwSub">{still}</p>}
      {/* What was received before can still be read. */}
      {still === undefined && isUnanswered(fault) && <LastResult />}
      {onRetry !== undefined && statusCode !== FORBIDDEN && (
        <EuiButton size="s" color="text" onClick={onRetry} data-test-subj="logwaveRetry">
          {translate('logwave.fault.retry', { defaultMessage: 'Try again' })}
        </EuiButton>
      )}
      <details className="lwSub">
        <summary>
          {translate('logwave.fault.details', { defaultMessage: 'Technical details' })}
        </summary>
        <code>{[statusCode, code].filter(Boolean).join(' ')}</code>
      </details>
    </section>
  );
}
