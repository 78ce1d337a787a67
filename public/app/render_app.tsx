import React from 'react';
import { render, unmountComponentAtNode } from 'react-dom';
import { App } from './app';
import { AppBoundary } from './components';
import type { PageServices } from './basics';

/**
 * Shows the application.
 *
 * @param element stays the caller's; it is emptied at the end
 * @returns takes the application away, with all it subscribed to
 */
export function renderApp(element: HTMLElement, services: PageServices): () => void {
  const app = (
    <AppBoundary>
      <App services={services} />
    </AppBoundary>
  );
  render(app, element);
  return () => {
    unmountComponentAtNode(element);
  };
}
