import React from 'react';
import { translate } from '../../../i18n';
import { faultAt } from './draft/draft_faults';
import { TextField } from './fields/text_field';
import type { FormPart } from './form/form_part';
import { Section } from './form/section';

/** The title of the section, and the labels of its fields. */
export function retentionTexts() {
  return {
    title: translate('logwave.settings.retention', { defaultMessage: 'Retention' }),
    days: translate('logwave.settings.retentionDays', {
      defaultMessage: 'Days of counts, findings and runs',
    }),
    seriesDays: translate('logwave.settings.retentionSeries', { defaultMessage: 'Days of series' }),
  };
}

/** How long what Logwave has found out is kept. */
export function RetentionSection({ draft, faults, onChange }: FormPart) {
  const texts = retentionTexts();
  return (
    <Section title={texts.title}>
      <p>
        {translate('logwave.settings.retentionAbout', {
          defaultMessage:
            'The schedule removes older results after each analysis. Your logs and their tags stay. The size of each index is shown under Diagnostics.',
        })}
      </p>
      <div className="lwForm">
        <TextField
          label={texts.days}
          help={translate('logwave.settings.retentionDaysHelp', {
            defaultMessage: '100 to 3,650.',
          })}
          value={draft.retention_days}
          isNumber
          fault={faultAt(faults, 'retention.days')}
          onChange={(value) => onChange((before) => ({ ...before, retention_days: value }))}
          data-test-subj="logwaveSetting-retention_days"
        />
        <TextField
          label={texts.seriesDays}
          help={translate('logwave.settings.retentionSeriesHelp', {
            defaultMessage: 'What the rows and charts of a day are drawn from, 31 to 3,650.',
          })}
          value={draft.retention_series_days}
          isNumber
          fault={faultAt(faults, 'retention.series_days')}
          onChange={(value) => onChange((before) => ({ ...before, retention_series_days: value }))}
          data-test-subj="logwaveSetting-retention_series_days"
        />
      </div>
    </Section>
  );
}
