import React from 'react';
import { translate } from '../../i18n';

/** Said while the first answer is on its way; nothing moves. */
export function Loading() {
  return (
    <p className="lwSub lwLoading" role="status" data-test-subj="logwaveLoading">
      {translate('logwave.loading', { defaultMessage: 'Loading …' })}
    </p>
  );
}
