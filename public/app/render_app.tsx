import React from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { App } from './app';
import { AppBoundary } from './components';
import type { PageServices } from './basics';
import { showStyles } from './theme';

/**
 * Shows the application.
 *
 * @param element stays the caller's; it is emptied at the end
 * @returns removes the application and all of its subscriptions
 */
export function renderApp(element: HTMLElement, services: PageServices): () => void {
  const app = (
    <AppBoundary>
      <App services={services} />
    </AppBoundary>
  );
  const hideStyles = showStyles(services.nonce);
  render(app, element);
  return () => {
    unmountComponentAtNode(element);
    hideStyles();
  };
}
