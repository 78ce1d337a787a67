import { EuiButton, EuiEmptyPrompt, EuiProvider } from '@elastic/eui';
import React from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { translate } from '../i18n';

/**
 * Says that the code of the page could not be loaded.
 *
 * @param element stays the caller's; it is emptied at the end
 * @param onRetry tries to load it again
 * @returns takes it away
 */
export function showLoadFailed(
  element: HTMLElement,
  isDark: boolean,
  onRetry: () => void,
): () => void {
  render(
    <EuiProvider colorMode={isDark ? 'dark' : 'light'} globalStyles={false} utilityClasses={false}>
      <EuiEmptyPrompt
        data-test-subj="logwaveLoadFailed"
        title={
          <h1>
            {translate('logwave.load.failed', { defaultMessage: 'Logwave could not be loaded' })}
          </h1>
        }
        body={translate('logwave.load.why', {
          defaultMessage:
            'Kibana did not send the code of this page. If it fails again, reload the page: Kibana may have been updated.',
        })}
        actions={
          <EuiButton fill onClick={onRetry} data-test-subj="logwaveLoadRetry">
            {translate('logwave.load.retry', { defaultMessage: 'Retry' })}
          </EuiButton>
        }
      />
    </EuiProvider>,
    element,
  );
  return () => void unmountComponentAtNode(element);
}
