import { EuiCopy, EuiLink } from '@elastic/eui';
import React from 'react';
import { translate } from '../../../i18n';
import type { SeriesSentence } from './model/series_sentence';

interface SeriesWordsProps {
  readonly sentence: SeriesSentence;
  /** The effect of leaving days out; undefined if this is the result of the run. */
  readonly change: string | undefined;
  /** Whether the days left out are those of the settings. */
  readonly isSaved: boolean;
  /** The sentence as it is copied, with what it needs outside this page. */
  readonly copied: string;
}

function triedWords(change: string, isSaved: boolean): string {
  const values = { change };
  return isSaved
    ? translate('logwave.series.recalculated', {
        defaultMessage:
          'Recalculated without the days left out: {change}. They are saved, and the next run leaves them out.',
        values,
      })
    : translate('logwave.series.triedOut', {
        defaultMessage: 'Recalculated without the days left out: {change}. This is not saved.',
        values,
      });
}

function CopySentence({ text }: { readonly text: string }) {
  return (
    <EuiCopy
      textToCopy={text}
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

/** The finding in words that do not depend on the page, to be copied into a ticket. */
export function SeriesWords({ sentence, change, isSaved, copied }: SeriesWordsProps) {
  const { verdict, isFlag, ticket } = sentence;
  return (
    <div className="lwTicket" role="status">
      <p>
        <b className={isFlag ? 'lwFlagWord' : ''} data-test-subj="logwaveVerdict">
          {verdict}
        </b>{' '}
        <span data-test-subj="logwaveTicket">{ticket}</span> <CopySentence text={copied} />
      </p>
      {change !== undefined && (
        <p className="lwSub lwTicket-tried" data-test-subj="logwaveTriedOut">
          {triedWords(change, isSaved)}
        </p>
      )}
    </div>
  );
}
