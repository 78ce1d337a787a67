import { EuiFormRow, EuiSelect } from '@elastic/eui';
import React from 'react';
import { MAX_SUBTYPE } from '../../../../../common/api';
import { translate } from '../../../../i18n';
import type { SeriesDraft } from '../draft/series_draft';
import type { SourceDraft } from '../draft/source_draft';
import { TextField } from '../fields/text_field';

interface SeriesKeyFieldsProps {
  readonly series: SeriesDraft;
  readonly sources: readonly SourceDraft[];
  readonly onChange: (part: Partial<SeriesDraft>) => void;
}

/** Identifies the series of a new entry. */
export function SeriesKeyFields({ series, sources, onChange }: SeriesKeyFieldsProps) {
  return (
    <div className="lwForm">
      <EuiFormRow
        label={translate('logwave.settings.seriesSource', { defaultMessage: 'Source' })}
        display="rowCompressed"
        fullWidth
      >
        <EuiSelect
          compressed
          fullWidth
          value={series.source}
          onChange={({ target }) => onChange({ source: target.value })}
          options={sources.map(({ id, name }) => ({ value: id, text: name }))}
          data-test-subj="logwaveSeriesSource"
        />
      </EuiFormRow>
      <TextField
        label={translate('logwave.settings.seriesValue', { defaultMessage: 'Subtype' })}
        help={translate('logwave.settings.seriesValueHelp', {
          defaultMessage: 'The value of the subtype field, such as 5.',
        })}
        value={series.subtype}
        maxLength={MAX_SUBTYPE}
        fault={undefined}
        onChange={(subtype) => onChange({ subtype })}
        data-test-subj="logwaveSeriesSubtype"
      />
    </div>
  );
}
