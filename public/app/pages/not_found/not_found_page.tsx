import React from 'react';
import { translate } from '../../../i18n';
import type { Day } from '../../../../common/time';
import { dayPath } from '../../basics';
import { AppLink, KEY_ROWS, PageFrame, PageKeys } from '../../components';
import { longDay } from '../../words';

interface NotFoundPageProps {
  /** What is wrong with the address, in a sentence; absent if no page has such an address. */
  readonly why?: string;
  /** The day that the address names; absent if it names none. */
  readonly day?: Day | undefined;
}

/** An address that no page has, or whose path cannot be used. Its parameters do not matter then. */
export function NotFoundPage({ why, day }: NotFoundPageProps) {
  const title = translate('logwave.notFound.title', { defaultMessage: 'No such page' });
  return (
    <PageFrame page={null} title={title}>
      <section className="lwNotice" data-test-subj="logwaveNotFound">
        <h1>{title}</h1>
        <p>
          {why ??
            translate('logwave.notFound.words', {
              defaultMessage: 'There is no page at this address.',
            })}
        </p>
        {day === undefined ? (
          <AppLink to="/">
            {translate('logwave.notFound.home', { defaultMessage: 'Go to the latest day' })}
          </AppLink>
        ) : (
          <AppLink to={dayPath(day)}>
            {translate('logwave.notFound.day', {
              defaultMessage: 'Go to {day}',
              values: { day: longDay(day) },
            })}
          </AppLink>
        )}
      </section>
      <PageKeys rows={KEY_ROWS.notFound()} />
    </PageFrame>
  );
}
