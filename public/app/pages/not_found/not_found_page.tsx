import React from 'react';
import { translate } from '../../../i18n';
import { AppLink, KEY_ROWS, PageFrame, PageKeys } from '../../components';

/** An address that no page has. */
export function NotFoundPage() {
  const title = translate('logwave.notFound.title', { defaultMessage: 'No such page' });
  return (
    <PageFrame title={title}>
      <section className="lwNotice" data-test-subj="logwaveNotFound">
        <h1>{title}</h1>
        <p>
          {translate('logwave.notFound.words', {
            defaultMessage: 'This address belongs to no page, or its day is not in the calendar.',
          })}
        </p>
        <AppLink to="/">
          {translate('logwave.notFound.home', { defaultMessage: 'Go to the latest day' })}
        </AppLink>
      </section>
      <PageKeys rows={KEY_ROWS.notFound()} />
    </PageFrame>
  );
}
