import React from 'react';
import { translate } from '../../../../i18n';

/** The columns of the table of series. @param hasAction whether the rows end with a button */
export function SeriesHead({ hasAction }: { readonly hasAction: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">{translate('logwave.settings.oneSeries', { defaultMessage: 'Series' })}</th>
        <th scope="col">
          {translate('logwave.settings.omitted', { defaultMessage: 'Not learned from' })}
        </th>
        <th scope="col">
          {translate('logwave.settings.floors', { defaultMessage: 'Too little to be flagged' })}
        </th>
        {hasAction && <td />}
      </tr>
    </thead>
  );
}
