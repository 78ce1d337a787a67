import { EuiButton } from '@elastic/eui';
import React, { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { translate } from '../../i18n';
import { ROUTES, useMemory } from '../basics';
import { AppLink } from './app_link';
import { ErrorBoundary } from './error_boundary';
import { PageFrame } from './page_frame';

function brokenTitle(): string {
  return translate('logwave.broken.title', { defaultMessage: 'This page cannot be shown' });
}

function BrokenWords() {
  return (
    <p>
      {translate('logwave.broken.words', {
        defaultMessage:
          'Logwave could not draw this page because of an error. Your logs, findings and tags are not affected. If the error happens again, report it with the technical details.',
      })}
    </p>
  );
}

function BrokenDetails({ error }: { readonly error: Error }) {
  return (
    <details className="lwSub">
      <summary>
        {translate('logwave.fault.details', { defaultMessage: 'Technical details' })}
      </summary>
      <code>{`${error.name}: ${error.message}`}</code>
    </details>
  );
}

/** What replaces a page that could not be drawn, with links to continue. */
function BrokenPage({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const title = brokenTitle();
  const { forget } = useMemory();
  // The cause may be a stored answer, which would be shown again at once.
  useEffect(forget, [forget]);
  const ways = [
    [ROUTES.home, translate('logwave.notFound.home', { defaultMessage: 'Go to the latest day' })],
    [ROUTES.months, translate('logwave.broken.month', { defaultMessage: 'Go to the month' })],
    [
      ROUTES.settings,
      translate('logwave.broken.settings', { defaultMessage: 'Go to the settings' }),
    ],
  ] as const;
  return (
    <PageFrame title={title}>
      <section className="lwNotice" role="alert" data-test-subj="logwaveBroken">
        <h1>{title}</h1>
        <BrokenWords />
        <p className="lwNav">
          {ways.map(([to, text]) => (
            <AppLink key={to} to={to}>
              {text}
            </AppLink>
          ))}
        </p>
        <EuiButton size="s" color="text" onClick={again} data-test-subj="logwaveBrokenAgain">
          {translate('logwave.broken.again', { defaultMessage: 'Try again' })}
        </EuiButton>
        <BrokenDetails error={error} />
      </section>
    </PageFrame>
  );
}

/** Limits an error of a page to that page. The application around it stays usable. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <ErrorBoundary
      place={pathname + search}
      notice={(error, again) => <BrokenPage error={error} again={again} />}
    >
      {children}
    </ErrorBoundary>
  );
}

/** For an error outside of all pages. It uses nothing that may itself be broken. */
function BrokenApp({ error }: { readonly error: Error }) {
  return (
    <section role="alert" style={{ padding: 24 }} data-test-subj="logwaveBrokenApp">
      <h1>{brokenTitle()}</h1>
      <BrokenWords />
      <button type="button" onClick={() => window.location.reload()}>
        {translate('logwave.broken.reload', { defaultMessage: 'Reload the page' })}
      </button>
      <BrokenDetails error={error} />
    </section>
  );
}

/** The last boundary, around all that the application draws. */
export function AppBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary place="" notice={(error) => <BrokenApp error={error} />}>
      {children}
    </ErrorBoundary>
  );
}
