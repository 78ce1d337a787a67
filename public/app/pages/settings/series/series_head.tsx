import React from 'react';
import { translate } from '../../../../i18n';

/** The columns of the table of series. @param hasAction whether the rows end with a button */
export function SeriesHead({ hasAction }: { readonly hasAction: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">{translate('logwave.settings.oneSeries', { defaultMessage: 'Series' })}</th>
        <th scope="col">
          {translate('logwave.settings.omitted', { defaultMessage: 'Days left out' })}
        </th>
        <th scope="col">{translate('logwave.settings.floors', { defaultMessage: 'Minimums' })}</th>
        {hasAction && <td />}
      </tr>
    </thead>
  );
}
