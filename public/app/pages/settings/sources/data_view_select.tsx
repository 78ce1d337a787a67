import { EuiFormRow, EuiSelect } from '@elastic/eui';
import React, { useState } from 'react';
import {
  sourceOfDataView,
  type DataView,
  type SourceOfDataView,
} from '../../../../../common/sources';
import { translate } from '../../../../i18n';
import { toFault, useRemote, type DataViewsPort } from '../../../basics';
import { asSentence } from '../../../words';

interface DataViewSelectProps {
  readonly dataViews: DataViewsPort;
  /** Ids of the existing sources. */
  readonly taken: ReadonlySet<string>;
  readonly onSource: (source: SourceOfDataView, view: DataView) => void;
}

/** Makes a source from a data view of Kibana, or says why it cannot. */
export function DataViewSelect({ dataViews, taken, onSource }: DataViewSelectProps) {
  const views = useRemote('data views', dataViews.list);
  const [refused, setRefused] = useState<string>();
  const fault = refused ?? views.fault?.message;
  const make = async (id: string): Promise<void> => {
    const view = await dataViews.read(id, new AbortController().signal);
    const made = sourceOfDataView(view, taken);
    if ('refused' in made) setRefused(asSentence(made.refused));
    else onSource(made, view);
  };
  const choose = (id: string): void => {
    setRefused(undefined);
    make(id).catch((error: unknown) => setRefused(toFault(error).message));
  };
  const choice = translate('logwave.source.dataViewChoice', { defaultMessage: 'Data view' });
  return (
    <EuiFormRow
      label={translate('logwave.source.ofDataView', {
        defaultMessage: 'Make a source of a data view',
      })}
      isInvalid={fault !== undefined}
      error={fault}
      display="rowCompressed"
    >
      <EuiSelect
        compressed
        value=""
        options={[
          { value: '', text: choice, disabled: true },
          ...(views.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={({ target }) => choose(target.value)}
        data-test-subj="logwaveDataView"
      />
    </EuiFormRow>
  );
}
