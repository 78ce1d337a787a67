import React from 'react';
import { translate } from '../../../../i18n';
import type { DelayedRemote } from '../form/use_delayed_remote';
import { checkWords } from './check_words';
import type { SourceCheck as Check } from './use_source_check';
import { countWords } from '../../../words';

const SHOWN = 10;

/** The series with the most events, and how many others there are. */
function SeriesPreview({ series, series_total: total }: Check) {
  if (series.length === 0) return null;
  const shown = series.slice(0, SHOWN);
  return (
    <table className="lwPlain lwCheck-series" data-test-subj="logwaveCheckSeries">
      <thead>
        <tr>
          <th scope="col">
            {translate('logwave.check.seriesHead', { defaultMessage: 'Resulting series' })}
          </th>
          <th scope="col" className="lwNumber">
            {translate('logwave.check.events', { defaultMessage: 'Events' })}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ subtype, name, events }) => (
          <tr key={subtype}>
            <th scope="row">{name}</th>
            <td className="lwNumber">{countWords(events)}</td>
          </tr>
        ))}
      </tbody>
      {total > shown.length && (
        <tfoot>
          <tr>
            <td colSpan={2} className="lwSub">
              {translate('logwave.check.more', {
                defaultMessage: 'and {count} more',
                values: { count: countWords(total - shown.length) },
              })}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Whether the source in the form can be counted, and the series that it would give. */
export function SourceCheck({ data, fault, isWaiting }: DelayedRemote<Check>) {
  return (
    <div className="lwCheck">
      <p role="status" data-test-subj="logwaveCheck">
        {isWaiting &&
          translate('logwave.check.waiting', { defaultMessage: 'Checking the fields …' })}
        {fault?.message}
        {data !== undefined && checkWords(data)}
      </p>
      {data !== undefined && <SeriesPreview {...data} />}
    </div>
  );
}
