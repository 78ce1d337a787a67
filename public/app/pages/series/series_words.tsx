import { EuiCopy, EuiLink } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../i18n';
import type { SeriesSentence } from './model/series_sentence';

interface SeriesWordsProps {
  readonly sentence: SeriesSentence;
  /** Whether this is what the run found, and not what is tried out. */
  readonly isOfRun: boolean;
}

function CopySentence({ ticket }: { readonly ticket: string }) {
  return (
    <EuiCopy
      textToCopy={ticket}
      afterMessage={translate('logwave.series.copied', { defaultMessage: 'Copied' })}
    >
      {(copy) => (
        <EuiLink onClick={copy} className="lwCopy" data-test-subj="logwaveCopySentence">
          {translate('logwave.series.copy', { defaultMessage: 'Copy sentence' })}
        </EuiLink>
      )}
    </EuiCopy>
  );
}

/** The finding in words that stand without the page, to be copied into a ticket. */
export function SeriesWords({ sentence, isOfRun }: SeriesWordsProps) {
  const { verdict, isFlag, ticket } = sentence;
  return (
    <div className="lwTicket" role="status">
      <p>
        <b className={isFlag ? 'lwFlagWord' : ''} data-test-subj="logwaveVerdict">
          {verdict}
        </b>{' '}
        <span data-test-subj="logwaveTicket">{ticket}</span> <CopySentence ticket={ticket} />
      </p>
      {!isOfRun && (
        <p className="lwSub lwTicket-tried" data-test-subj="logwaveTriedOut">
          {translate('logwave.series.triedOut', {
            defaultMessage:
              'The verdict is recalculated without the days that you left out. It is not saved.',
          })}
        </p>
      )}
    </div>
  );
}
