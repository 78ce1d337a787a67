import React from 'react';
import { getSilenceOfDay } from '../../../../common/api';
import { type Day, localDay } from '../../../../common/time';
import { translate } from '../../../i18n';
import { silencePath, useRemote, useServices } from '../../basics';
import { AppLink } from '../../components';
import { SilenceHead, SilenceRow } from '../../silence';
import { countWords } from '../../words';

/** More are on the page of silence. */
const MOST_SHOWN = 5;

interface SilentOfDayProps {
  readonly day: Day;
  /** Asked for again when this changes: a run has ended. */
  readonly version: string;
}

/** What was silent on the day, one row for each cause; nothing where nothing was. */
export function SilentOfDay({ day, version }: SilentOfDayProps) {
  const { api, now } = useServices();
  const silence = useRemote(`silence of ${day} ${version}`, (signal) =>
    api(getSilenceOfDay, { params: { day } }, signal),
  );
  const { data } = silence;
  // Where it cannot be told, the page of silence says why; the day is as good as without it.
  if (data === undefined || data.rows.length === 0) return null;
  const { rows, zone } = data;
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
              key={JSON.stringify([row.source, row.host, row.subtype])}
              row={row}
              at={new Date(end).toISOString()}
              zone={zone}
              isShort
            />
          ))}
        </tbody>
      </table>
      <p className="lwSub">
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
