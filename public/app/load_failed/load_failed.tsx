import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import React from 'react';
import { translate } from '../../i18n';

interface LoadFailedProps {
  readonly host: 'kibana' | 'standalone';
  /** Tries to load it again. */
  readonly onRetry: () => void;
}

function reason(host: LoadFailedProps['host']): string {
  return host === 'kibana'
    ? translate('logwave.load.why', {
        defaultMessage:
          'Kibana did not send the code of this page. If it fails again, reload the page: Kibana may have been updated.',
      })
    : translate('logwave.load.whyHost', {
        defaultMessage: 'The host did not send the code of this page. Check that it is running.',
      });
}

/** Says that the code of the page could not be loaded. It needs none of the page's code. */
export function LoadFailed({ host, onRetry }: LoadFailedProps) {
  return (
    <EuiEmptyPrompt
      data-test-subj="logwaveLoadFailed"
      title={
        <h1>
          {translate('logwave.load.failed', { defaultMessage: 'Logwave could not be loaded' })}
        </h1>
      }
      body={reason(host)}
      actions={
        <EuiButton fill onClick={onRetry} data-test-subj="logwaveLoadRetry">
          {translate('logwave.load.retry', { defaultMessage: 'Retry' })}
        </EuiButton>
      }
    />
  );
}
