import React from 'react';
import { translate } from '../../../../i18n';

/** The columns of the table of sources. @param hasAction whether the rows end with a button */
export function SourcesHead({ hasAction }: { readonly hasAction: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">{translate('logwave.settings.source', { defaultMessage: 'Source' })}</th>
        <th scope="col">{translate('logwave.settings.index', { defaultMessage: 'Indices' })}</th>
        <th scope="col">
          {translate('logwave.settings.by', { defaultMessage: 'Subtype fields' })}
        </th>
        <th scope="col">{translate('logwave.settings.tag', { defaultMessage: 'Tag' })}</th>
        <th scope="col">{translate('logwave.settings.check', { defaultMessage: 'State' })}</th>
        {hasAction && <td />}
      </tr>
    </thead>
  );
}
