import React from 'react';
import { translate } from '../../i18n';
import { useWaiting, type Waiting } from '../basics';
import { LastResult } from './last_result';

/** Shown if an answer has not arrived after some seconds: what is known of the reason. */
export function slowWords(waiting: Exclude<Waiting, 'short'>): string {
  switch (waiting) {
    case 'away':
      return translate('logwave.slow', {
        defaultMessage:
          'Elasticsearch has not answered for several seconds. The page keeps waiting. Check that Elasticsearch is running.',
      });
    case 'working':
      return translate('logwave.slowWork', {
        defaultMessage:
          'Still waiting for the answer. Elasticsearch is running, and this request takes longer than others.',
      });
    case 'late':
      return translate('logwave.slowHost', {
        defaultMessage: 'Still waiting for the answer of Logwave.',
      });
  }
}

/** Shown while the first answer is pending. Nothing moves. */
export function Loading() {
  const waiting = useWaiting(true);
  return (
    <>
      <p className="lwSub lwLoading" role="status" data-test-subj="logwaveLoading">
        {waiting === 'short'
          ? translate('logwave.loading', { defaultMessage: 'Loading …' })
          : slowWords(waiting)}
      </p>
      {waiting !== 'short' && <LastResult />}
    </>
  );
}
