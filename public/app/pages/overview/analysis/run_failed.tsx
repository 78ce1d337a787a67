import React from 'react';
import type { ApiRun } from '../../../../../common/api';
import { translate } from '../../../../i18n';

/** A run that failed, and why. */
export function RunFailed({ run }: { readonly run: ApiRun }) {
  return (
    <section className="lwNotice" role="alert" data-test-subj="logwaveRunFailed">
      <h2>{translate('logwave.failed.title', { defaultMessage: 'The analysis failed' })}</h2>
      <p>{run.error}</p>
      <p className="lwSub">
        {translate('logwave.failed.again', {
          defaultMessage:
            'Logwave kept the counts so far. Analyze the day again to continue from there.',
        })}
      </p>
    </section>
  );
}
