import { EuiProvider } from '@elastic/eui';
import React from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { LoadFailed } from '../app/load_failed';

/**
 * Says that the code of the page could not be loaded.
 *
 * @param element stays the caller's; it is emptied at the end
 * @param onRetry tries to load it again
 * @returns removes it
 */
export function showLoadFailed(
  element: HTMLElement,
  isDark: boolean,
  onRetry: () => void,
): () => void {
  render(
    <EuiProvider colorMode={isDark ? 'dark' : 'light'} globalStyles={false} utilityClasses={false}>
      <LoadFailed host="kibana" onRetry={onRetry} />
    </EuiProvider>,
    element,
  );
  return () => void unmountComponentAtNode(element);
}
