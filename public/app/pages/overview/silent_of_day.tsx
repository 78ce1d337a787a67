import React from 'react';
import { streamKey } from '../../../../common/sources';
import { localDay } from '../../../../common/time';
import { translate } from '../../../i18n';
import { silencePath, useServices } from '../../basics';
import { AppLink } from '../../components';
import { SilenceHead, SilenceRow } from '../../silence';
import { countWords } from '../../words';
import type { SilenceOfDay } from './load_day';
import { silenceUnknownWords } from './silence_unknown';

/** More are on the page of silences. */
const MOST_SHOWN = 5;

/** What was silent on the day, one row for each cause; nothing if nothing was. */
export function SilentOfDay({ silence }: { readonly silence: SilenceOfDay | undefined }) {
  if (silence === undefined) {
    return (
      <p className="lwSub" data-test-subj="logwaveSilenceUnknown">
        {silenceUnknownWords()}
      </p>
    );
  }
  return silence.rows.length === 0 ? null : <SilentRows silence={silence} />;
}

function SilentRows({ silence }: { readonly silence: SilenceOfDay }) {
  const { now } = useServices();
  const { day, rows, zone } = silence;
  const end = Math.min(localDay(day, zone).to, now().getTime());
  const left = rows.length - MOST_SHOWN;
  return (
    <section data-test-subj="logwaveSilentOfDay">
      <table className="lwSilence lwSilence-day">
        <caption className="lwHidden">
          {translate('logwave.silence.ofDay', { defaultMessage: 'What is silent' })}
        </caption>
        <SilenceHead hasMarks={false} />
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <SilenceRow
              key={streamKey(row)}
              row={row}
              at={new Date(end).toISOString()}
              zone={zone}
              isShort
            />
          ))}
        </tbody>
      </table>
      <p className="lwSub lwScreenOnly">
        <AppLink to={silencePath()} data-test-subj="logwaveSilenceMore">
          {left > 0
            ? translate('logwave.silence.more', {
                defaultMessage: '{count} more are silent: show all',
                values: { count: countWords(left) },
              })
            : translate('logwave.silence.toList', {
                defaultMessage: 'Show everything that is silent',
              })}
        </AppLink>
      </p>
    </section>
  );
}
