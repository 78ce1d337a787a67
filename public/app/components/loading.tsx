import React from 'react';
import { translate } from '../../i18n';
import { useIsSlow } from '../basics';
import { LastResult } from './last_result';

/** Shown if an answer has not arrived after some seconds. */
export function slowWords(): string {
  return translate('logwave.slow', {
    defaultMessage:
      'Elasticsearch has not answered for several seconds. The page keeps waiting. Check that Elasticsearch is running.',
  });
}

/** Shown while the first answer is pending. Nothing moves. */
export function Loading() {
  const isSlow = useIsSlow(true);
  return (
    <>
      <p className="lwSub lwLoading" role="status" data-test-subj="logwaveLoading">
        {isSlow ? slowWords() : translate('logwave.loading', { defaultMessage: 'Loading …' })}
      </p>
      {isSlow && <LastResult />}
    </>
  );
}
